import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi, type TestContext } from 'vitest';
import { startHost, type HostClient } from '#graders/host/client.ts';
import type { Proof } from '#graders/protocol/host.ts';
import { ENGINES } from '#graders/engines/engines.ts';
import { ENGINE_IDS, type EngineChoice, type EngineId } from '#lib/core/engines.ts';
import { HONEST } from '#tests/attacks/payloads.ts';
import { isolationHere } from '#tests/attacks/isolation-here.ts';
import { makeAssignment } from '#tests/factories/assignment.ts';

/** Every engine that this machine has, in real boxes: it grades, its name is in the report, and native code opens no door. */
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });
const { proven, why } = await isolationHere();

const assignment = makeAssignment({
  limits: {
    wallSeconds: 60,
    cpuSeconds: 30,
    memoryMib: 300,
    outputKib: 64,
    paramsMax: 10_000,
    epochsMax: 100,
  },
  metric: { name: 'accuracy', classes: 8 },
  band: [
    { value: 0.3, points: 0 },
    { value: 0.9, points: 100 },
  ],
});

let host: HostClient;
let proof: Proof;

beforeAll(async () => {
  const assignmentsFolder = path.join(import.meta.dirname, '../../attacks/assignments');
  host = startHost({ hello: { hiddenSecretHex: '5e'.repeat(32), assignmentsFolder, warmBoxes: 0 } });
  proof = await host.nextProof();
});
afterAll(() => host.stop());

const grade = (engine: EngineChoice, source: string, more: object = {}, plain = false) =>
  host.grade({
    id: engine,
    assignment: { ...assignment, ...more },
    term: 'test',
    lang: 'tr',
    language: 'tfjs',
    source,
    seeds: [1],
    engine,
    plain,
  });

function requireEngine(id: EngineId, context: TestContext): void {
  if (!proven) context.skip(`no boxes here: ${why}`);
  const state = proof.engines.find((each) => each.id === id)!;
  if (!state.usable) context.skip(state.why!);
}

test.for(ENGINE_IDS)(
  '%s grades, is named in the report, and prints nothing of its own',
  async (id, context) => {
    requireEngine(id, context);
    const report = await grade(id, `console.log('mine');${HONEST}`);
    expect(report).toMatchObject({ engine: id, outcome: 'graded', score: 100, output: 'mine\n' });
  },
);

test('a plain training says so and comes to the same', async (context) => {
  requireEngine('wasm', context);
  const [fast, plain] = [await grade('wasm', HONEST), await grade('wasm', HONEST, {}, true)];
  expect([fast.path, plain.path, plain.score]).toEqual(['accelerated', 'plain', fast.score]);
});

/** Tries to load native code that lies in the box for the engine itself. */
const LOADS = `
const tried = (act) => { try { act(); return 'loaded'; } catch (error) { return error.code; } };
const load = process.getBuiltinModule('node:module').createRequire('/lib/train.cjs');
for (const file of ['koffi.node', 'tfjs_binding.node'].map((name) => '/lib/engine/' + name))
  console.log(tried(() => process.dlopen({ exports: {} }, file)), tried(() => load(file)));
console.log(process.permission.has('addon'));`;

test.for(ENGINE_IDS)('on %s a submission cannot load native code', async (id, context) => {
  requireEngine(id, context);
  const { output } = await grade(id, `${LOADS}${HONEST}`);
  // `--no-addons` speaks first where no engine needs an addon.
  const denied = '(ERR_ACCESS_DENIED|ERR_DLOPEN_DISABLED)';
  expect(output).toMatch(new RegExp(`^(${denied} (${denied}|MODULE_NOT_FOUND)\\n){2}false\\n$`));
});

test.for(['tensorflow', 'wasm-blas'] as const)(
  'the control: outside a box the addon of %s loads by the same call',
  (id, context) => {
    const located = ENGINES[id].locate();
    if (!located.ok) return context.skip(located.why);
    const addon = located.parts.files.find((file) => file.endsWith('.node'))!;
    const script = 'process.dlopen({ exports: {} }, process.argv[1]); console.log("loaded")';
    expect(String(execFileSync(process.execPath, ['-e', script, addon], { stdio: 'pipe' }))).toBe('loaded\n');
  },
);

test('TensorFlow itself reads nothing of the host', async (context) => {
  requireEngine('tensorflow', context);
  const read = (file: string) => `
try { console.log(tf.backend().executeSingleInput('ReadFile', tf.tensor(['${file}']).asScalar()).size); }
catch (error) { console.log(error.message.replaceAll('\\n', ' ')); }`;
  const { output } = await grade('tensorflow', `${read('/lib/train.cjs')}${read('/etc/passwd')}${HONEST}`);
  expect(output.split('\n')[0]).toBe('1');
  expect(output.split('\n')[1]).toMatch(/\/etc\/passwd; No such file or directory/);
});

test.for(ENGINE_IDS)('on %s the memory of the engine is not the student’s', async (id, context) => {
  requireEngine(id, context);
  const take = (mib: number) =>
    `const taken = []; for (let i = 0; i < ${mib}; i++) taken.push(Buffer.alloc(1 << 20, 1));${HONEST}`;
  expect(await grade(id, take(100))).toMatchObject({ outcome: 'graded' });
  expect(await grade(id, take(500))).toMatchObject({ outcome: 'limitExceeded', limit: 'memory' });
});
