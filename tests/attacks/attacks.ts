import { parseArgs } from 'node:util';
import { ensureBundle } from '#graders/box/bundle.ts';
import { layBait } from './bait.ts';
import { loadCases, type Named } from './catalogue.ts';
import { isolationHere } from './isolation-here.ts';
import { endLeftovers, watchSupervisor } from './leftovers.ts';
import { missingHere } from './missing-here.ts';
import { escapeOf, Range } from './run-attack.ts';
import { severalAtOnce } from './several.ts';
import { makeWorld, type World } from './world.ts';

/**
 * `npm run test:attacks`: every attack twice, held by all layers and let through without those that guard against it. Arguments
 * choose cases by a part of their id; `--without-cgroup` shows what a machine without them holds. `--short` is for every run of the
 * tests: it leaves out the controls, and two of three of the attacks that take seconds.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    'without-cgroup': { type: 'boolean', default: false },
  },
});
const sum = { passed: 0, failed: 0, skipped: 0 };
const say = (line: string) => process.stdout.write(`${line}\n`);
const fail = (id: string, why: string) => {
  sum.failed++;
  say(`✗ ${id}: ${why}`);
};

const chosen = (await loadCases()).filter(
  ({ id }) => positionals.length === 0 || positionals.some((part) => id.includes(part)),
);
const takesSeconds = ({ area, attack }: Named) =>
  attack.kind === 'submission' || area === 'time' || area === 'pool';
const cases = values.short ? chosen.filter((one, i) => !takesSeconds(one) || i % 3 === 0) : chosen;
const { proven, why } = await isolationHere();
if (proven) {
  // Built before anything is watched: the builder stays beside us.
  await ensureBundle();
  await runAll(makeWorld(await layBait(), values['without-cgroup']));
} else {
  say(`No attack is run here: ${why}`);
  sum.skipped = cases.length;
}
say(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed > 0 ? 1 : 0);

async function runAll(world: World): Promise<void> {
  for (const [area, all] of Map.groupBy(cases, (one) => one.area)) {
    const startedAt = performance.now();
    const able = all.filter((one) => isAble(one, world));
    const { held, peakMib } = await runHeld(area, able, world);
    const good = values.short ? held : await runControls(held, world);
    sum.passed += good.length;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    say(
      `${good.length === able.length ? '✓' : '✗'} ${area}: ${good.length} of ${all.length} (${seconds} s, supervisor at most ${peakMib} MiB)`,
    );
  }
  world.bait.close();
}

function isAble({ id, attack }: Named, world: World): boolean {
  const missing = missingHere(attack, world);
  if (missing === null) return true;
  sum.skipped++;
  say(`- ${id}: ${missing}`);
  return false;
}

/** All layers in place, and afterwards nothing is left behind. */
async function runHeld(area: string, able: Named[], world: World) {
  const watch = watchSupervisor(world);
  const ranges = new Map<string, Range>();
  const rangeOf = (base: Named['attack']['base'] = []) => {
    const key = base.join();
    return ranges.get(key) ?? ranges.set(key, new Range(base, world, key === '' ? 2 : 0)).get(key)!;
  };
  const held = await those(able, async ({ attack }) => {
    const escape = escapeOf(attack, await rangeOf(attack.base).run(attack));
    return escape === null ? null : `tries to ${attack.to}: ${escape}`;
  });
  await Promise.all([...ranges.values()].map((range) => range.close()));
  const { faults, peakMib } = await watch.end();
  faults.forEach((fault) => fail(area, fault));
  return { held, peakMib };
}

/** The same payloads get out without the layers that guard against them. */
async function runControls(held: Named[], world: World): Promise<Named[]> {
  const out = await those(held, async ({ attack }) => {
    const range = new Range([...(attack.base ?? []), ...attack.guard], world);
    const { said } = await range.run(attack);
    await range.close();
    return attack.out.test(said) ? null : `shows nothing: without ${attack.guard.join(', ')} it ${said}`;
  });
  await endLeftovers(world);
  return out;
}

/** Those that nothing speaks against; what speaks against the others is said. */
async function those(all: Named[], objection: (one: Named) => Promise<string | null>): Promise<Named[]> {
  const objections = await severalAtOnce(all, (one) =>
    objection(one).catch((error: unknown) => String(error instanceof Error ? error.stack : error)),
  );
  objections.forEach((text, i) => text !== null && fail(all[i]!.id, text));
  return all.filter((_, i) => objections[i] === null);
}
