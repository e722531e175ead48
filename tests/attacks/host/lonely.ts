import { NO_BAIT } from '../bait.ts';
import { startScript } from '../in-box.ts';
import { makeVariant } from '../variant.ts';
import { makeWorld } from '../world.ts';
import { guardsOf } from './elsewhere.ts';

/** Starts a box that waits, prints its pid, and waits to be killed. */
const world = makeWorld(NO_BAIT);
const box = await startScript('setTimeout(() => {}, 60_000)', makeVariant(guardsOf(process.argv[2])), world);
process.stdout.write(String(await box.pid()));
setTimeout(() => {}, 60_000);
