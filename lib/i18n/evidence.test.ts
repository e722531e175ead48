import { expect, test } from 'vitest';
import { evidenceText } from './evidence.ts';

const sentence = '`{loss}` {rate} {deadShare} {smallShare} {losses} {missing}';
const evidence = {
  loss: 'mse',
  rate: 0.000012345,
  deadShare: 0.875,
  smallShare: 0.0123,
  losses: [1234.5, 0.5, null],
};

test.each([
  ['tr', '`mse` 0,0000123 %88 %1,2 1.230 · 0,5 · – –'],
  ['en', '`mse` 0.0000123 88% 1.2% 1,230 · 0.5 · – –'],
] as const)('evidence is told with the signs of the language (%s)', (lang, expected) =>
  expect(evidenceText(sentence, evidence, lang)).toBe(expected),
);
