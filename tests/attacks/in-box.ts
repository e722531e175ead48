import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Box, BoxEnd, BoxSpec } from '#graders/sandbox/box.ts';
import type { BoxLimits } from '#graders/sandbox/supervision.ts';
import type { BoxAttack, NativeAttack } from './attack.ts';
import { fillIn } from './bait.ts';
import { assembleElf, RESULTS_FRAME, type Call } from './native/elf.ts';
import type { Variant } from './variant.ts';
import { machineOf, type World } from './world.ts';

/** Wall time is generous: attacks share the cores with whatever else runs. */
const LIMITS: BoxLimits = { memoryMib: 200, cpuSeconds: 4, wallSeconds: 30 };
const RULES = [
  { type: 1, maxBytes: 0, maxCount: 1 },
  { type: RESULTS_FRAME, maxBytes: 4096, maxCount: 1 },
];

/** What scripts share; it begins with the word that they run. */
const PRELUDE = `const fs = require('node:fs');
const say = (value) => fs.writeSync(1, String(value) + '\\n');
const frame = (type, body = '') => { const bytes = Buffer.from(body), head = Buffer.alloc(8);
  head.writeUInt32LE(type, 0); head.writeUInt32LE(bytes.length, 4); fs.writeSync(4, Buffer.concat([head, bytes])); };
process.on('uncaughtException', (error) => { say(error?.code ?? error?.message ?? error); process.exit(1); });
frame(1);
`;

export async function runInBox(attack: BoxAttack, variant: Variant, world: World): Promise<string> {
  const script = PRELUDE + fillIn(attack.script, world.bait);
  const binds = (attack.binds ?? []).map(({ from, to }) => ({ from: fillIn(from, world.bait), to }));
  return (await launch({ binds, node: ['--no-warnings', '-e', script] }, attack, variant, world)).said;
}

/** The payload takes the place of Node in the box; its answer is the result of each call. */
export async function runNative(attack: NativeAttack, variant: Variant, world: World): Promise<string> {
  const { arch } = await machineOf(variant, world);
  const folder = mkdtempSync(path.join(world.bait.folder, 'native-'));
  chmodSync(folder, 0o711);
  const program = (calls: readonly Call[]) => {
    const file = path.join(folder, 'payload');
    writeFileSync(file, assembleElf(arch, calls), { mode: 0o755 });
    return file;
  };
  const outside = (calls: readonly Call[] = []) =>
    calls.length > 0 &&
    spawnSync(program(calls), { stdio: ['ignore', 'ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    outside(attack.before);
    const binds = [{ from: program(attack.calls), to: '/bin/node' }];
    const { said, results } = await launch({ binds, node: [] }, attack, variant, world);
    return results && !said.startsWith('limit') ? namesOf(results) : said;
  } finally {
    outside(attack.after);
    rmSync(folder, { recursive: true });
  }
}

/** A script in a box of `variant` that the caller ends; resolves when it has begun. */
export async function startScript(script: string, variant: Variant, world: World, tools = {}): Promise<Box> {
  const { launchBox } =
    await variant.load<typeof import('#graders/sandbox/box.ts')>('graders/sandbox/box.ts');
  const machine = await machineOf(variant, world);
  const node = ['--no-warnings', '-e', PRELUDE + fillIn(script, world.bait)];
  const spec = { binds: [], node, rules: RULES, limits: LIMITS };
  const box = launchBox({ ...machine, tools: { ...machine.tools, ...tools } }, spec, world.slots.take());
  await box.next();
  return box;
}

type Asked = { limits?: Partial<BoxLimits>; unwatched?: true };
type Answer = { said: string; results: Buffer | null };

async function launch(
  spec: Pick<BoxSpec, 'binds' | 'node'>,
  { limits: changes, unwatched }: Asked,
  variant: Variant,
  world: World,
): Promise<Answer> {
  const { launchBox } =
    await variant.load<typeof import('#graders/sandbox/box.ts')>('graders/sandbox/box.ts');
  const limits = { ...LIMITS, ...changes };
  const box = launchBox(
    await machineOf(variant, world),
    { ...spec, rules: RULES, limits, plantedFd: world.bait.fd },
    world.slots.take(),
  );
  const timer = setTimeout(
    () => void box.kill(),
    1000 * (unwatched ? limits.wallSeconds : 2 * LIMITS.wallSeconds),
  );
  const first = await box.next();
  if (first && !unwatched) await box.begin(limits);
  const results = await box.next();
  const end = await box.ended;
  clearTimeout(timer);
  return { said: wordsOf(end), results: results?.payload ?? null };
}

/** What the host knows of an end first, then what was printed, then how it ended. */
function wordsOf({ limit, breach, output, exitCode }: BoxEnd): string {
  if (limit !== null) return `limit ${limit}`;
  if (breach !== null) return `breach: ${breach}`;
  return output.trim() || `ended ${signalName(exitCode) ?? exitCode}`;
}

/** bwrap tells a signal as 128 and its number. */
const signalName = (exitCode: number | null): string | undefined =>
  Object.entries(constants.signals).find(([, number]) => exitCode === 128 + number)?.[0];

/** Results as numbers, errors by name. */
function namesOf(results: Buffer): string {
  const values = Array.from({ length: results.length / 8 }, (_, i) => results.readBigInt64LE(8 * i));
  return values.map(nameOf).join(' ');
}

const nameOf = (value: bigint): string =>
  Object.entries(constants.errno).find(([, number]) => value === -BigInt(number))?.[0] ?? String(value);
