import { assignmentSchema, type Assignment } from '#lib/core/assignments/schema.ts';

/** A text that says nothing, in both languages. */
export const TEXT = { tr: 'metin', en: 'text' };

const BASE = {
  id: 'a99',
  version: 1,
  title: TEXT,
  task: TEXT,
  dataText: TEXT,
  concepts: ['x'],
  languages: ['tfjs'],
  seeds: [1],
  limits: { wallSeconds: 1, cpuSeconds: 1, memoryMib: 1, outputKib: 1, paramsMax: 1, epochsMax: 1 },
  metric: { name: 'accuracy', classes: 2 },
  band: [
    { value: 0, points: 0 },
    { value: 1, points: 100 },
  ],
  gates: [],
};

/** A valid assignment; throws when a test makes one that the bank could not hold. */
export const makeAssignment = (changes: object = {}): Assignment => assignmentSchema.parse({ ...BASE, ...changes });
