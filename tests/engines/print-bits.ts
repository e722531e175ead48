import { startHere } from '#graders/engines/testing/start-here.ts';
import type { EngineId } from '#lib/core/engines.ts';
import { trainedBits } from './determinism.ts';

/** `print-bits.ts ENGINE SEED` */
const [, , id, seed] = process.argv;
await startHere(id as EngineId);
process.stdout.write(`\n${await trainedBits(Number(seed))}\n`);
