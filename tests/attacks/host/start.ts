import { NO_BAIT } from '../bait.ts';
import { startScript } from '../in-box.ts';
import { makeVariant } from '../variant.ts';
import { makeWorld } from '../world.ts';
import { guardsOf } from './elsewhere.ts';

/** Starts one box and prints what it says. */
const world = makeWorld(NO_BAIT);
const box = await startScript("say('ran')", makeVariant(guardsOf(process.argv[2])), world);
process.stdout.write((await box.ended).output);
process.exit();
