import { parseArgs } from 'node:util';
import { ensureBundle } from '#graders/box/bundle.ts';
import { LAYERS } from '#graders/sandbox/layers.ts';
import type { Guard } from './attack.ts';
import { layBait } from './bait.ts';
import { loadCases, type Named } from './catalogue.ts';
import { isolationHere } from './isolation-here.ts';
import { endLeftovers } from './leftovers.ts';
import { missingHere } from './missing-here.ts';
import { MUTANTS } from './mutants.ts';
import { escapeOf, Range } from './run-attack.ts';
import { severalAtOnce } from './several.ts';
import { makeWorld, type World } from './world.ts';

/**
 * `npm run test:mutation`: takes each layer of a box and each check of the host away in turn and shows that an attack gets through
 * then. A mutant that no attack notices is a layer nobody would miss: it is a bug, of the layer or of the attacks.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { short: { type: 'boolean', default: false } },
});

/** One of each kind, for every run of the tests. */
// prettier-ignore
const SHORT: readonly Guard[] = [
  'descriptors', 'uid', 'network', 'root', 'readonly', 'cgroup', 'limit-nofile', 'calls-deadly', 'calls-socket', 'calls-unlisted',
  'watch-wall', 'output-cap', 'frame-size', 'frame-count', 'forged-frames', 'json-keys', 'artifact-classes', 'descriptor-refusal', 'permission',
];

type Killed = { by: string; how: string } | { survives: string } | { skipped: string };

const say = (line: string) => process.stdout.write(`${line}\n`);
const cases = await loadCases();
const every: readonly Guard[] = [...LAYERS, ...(Object.keys(MUTANTS) as (keyof typeof MUTANTS)[])];
const wanted = every.filter((mutant) =>
  positionals.length > 0 ? positionals.includes(mutant) : !values.short || SHORT.includes(mutant),
);
const { proven, why } = await isolationHere();
if (!proven) {
  say(`No mutant is run here: ${why}\n\n0 passed, 0 failed, ${wanted.length} skipped`);
  process.exit(0);
}
await ensureBundle();
const world = makeWorld(await layBait());
const results = await severalAtOnce(wanted, async (mutant) => {
  const startedAt = performance.now();
  const killed = await kill(mutant, world);
  say(rowOf(mutant, killed, performance.now() - startedAt));
  return killed;
});
await endLeftovers(world);
world.bait.close();
const count = (key: string) => results.filter((result) => key in result).length;
const unguarded = every.filter((mutant) => attacksOn(mutant).length === 0);
unguarded.forEach((mutant) => say(`✗ ${mutant}: no attack is about it`));
say(`\n${count('by')} passed, ${count('survives') + unguarded.length} failed, ${count('skipped')} skipped`);
process.exit(count('survives') + unguarded.length > 0 ? 1 : 0);

/** Attacks that name it: those without a training first, then those that need nothing else away. */
function attacksOn(mutant: Guard): Named[] {
  const costOf = ({ attack }: Named) => (attack.kind === 'submission' ? 10 : 0) + attack.guard.length;
  return cases
    .filter(({ attack }) => attack.guard.includes(mutant))
    .toSorted((a, b) => costOf(a) - costOf(b));
}

/** The first attack that is held, and held no more when the mutant alone is away. */
async function kill(mutant: Guard, world: World): Promise<Killed> {
  const here = attacksOn(mutant).filter(({ attack }) => missingHere(attack, world) === null);
  if (here.length === 0)
    return { skipped: attacksOn(mutant).map(({ attack }) => missingHere(attack, world))[0] ?? '' };
  const seen: string[] = [];
  for (const { id, attack } of here) {
    const [held, mutated] = [await escape(attack, []), await escape(attack, [mutant])];
    if (held === null && mutated !== null) return { by: id, how: mutated };
    seen.push(held === null ? id : `${id} (${held})`);
  }
  return { survives: `not noticed by ${seen.join(', ')}` };
}

async function escape(attack: Named['attack'], away: readonly Guard[]): Promise<string | null> {
  const range = new Range([...(attack.base ?? []), ...away], world);
  try {
    return escapeOf(attack, await range.run(attack));
  } finally {
    await range.close();
  }
}

function rowOf(mutant: Guard, killed: Killed, ms: number): string {
  const name = mutant.padEnd(26);
  if ('skipped' in killed) return `- ${name} ${killed.skipped}`;
  if ('survives' in killed) return `✗ ${name} SURVIVES: ${killed.survives}`;
  return `✓ ${name} ${killed.by.padEnd(36)} ${killed.how.replaceAll(/\s+/g, ' ').slice(0, 70)} (${Math.round(ms)} ms)`;
}
