import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startHost, type HostClient } from '#graders/host/client.ts';
import type { Proof } from '#graders/protocol/host.ts';
import type { EngineChoice, EngineId } from '#lib/core/engines.ts';
import { HONEST } from '#tests/attacks/payloads.ts';
import { isolationHere } from '#tests/attacks/isolation-here.ts';
import { makeAssignment } from '#tests/factories/assignment.ts';

/** Which engine a job gets. What the engines do in their boxes is in `long/boxes.long.ts`. */
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
const { proven, why } = await isolationHere();

let host: HostClient;
let proof: Proof;

beforeAll(async () => {
  const assignmentsFolder = path.join(import.meta.dirname, '../attacks/assignments');
  host = startHost({ hello: { hiddenSecretHex: '5e'.repeat(32), assignmentsFolder, warmBoxes: 0 } });
  proof = await host.nextProof();
});
afterAll(() => host.stop());

function grade(engine: EngineChoice, declared: EngineId | null) {
  const assignment = makeAssignment({
    limits: {
      wallSeconds: 60,
      cpuSeconds: 30,
      memoryMib: 400,
      outputKib: 64,
      paramsMax: 9999,
      epochsMax: 100,
    },
    metric: { name: 'accuracy', classes: 8 },
    engine: declared,
  });
  const job = {
    id: 'choice',
    assignment,
    term: 'test',
    lang: 'tr',
    language: 'tfjs',
    source: HONEST,
    seeds: [1],
  } as const;
  return host.grade({ ...job, seeds: [1], engine });
}

test.skipIf(!proven)('auto takes the declared engine, and wasm where this machine lacks it', async () => {
  const declared = proof.engines.find(({ usable }) => !usable)?.id ?? 'wasm';
  expect(await grade('auto', declared)).toMatchObject({ engine: 'wasm', outcome: 'graded' });
  const usable = proof.engines.find((each) => each.usable)!.id;
  expect(await grade('auto', usable)).toMatchObject({ engine: usable, outcome: 'graded' });
});

test.skipIf(!proven)(
  'a named engine that is missing is our failure, and never another engine',
  async (context) => {
    const missing = proof.engines.find(({ usable }) => !usable)?.id;
    if (!missing) return context.skip('this machine has every engine');
    expect(await grade(missing, null)).toMatchObject({
      engine: missing,
      outcome: 'graderFailed',
      score: null,
    });
  },
);

test.skipIf(!proven)('graded again on wasm, every number is the same', async () => {
  const [first, again] = [await grade('wasm', null), await grade('wasm', null)];
  expect(again.metrics).toEqual(first.metrics);
  expect(again.runs.map(({ epochs }) => epochs)).toEqual(first.runs.map(({ epochs }) => epochs));
});

test.skipIf(proven)(`no box is started here: ${why}`, () => {
  expect(proof.engines.every(({ usable }) => !usable)).toBe(true);
});
