import { CONVOLUTION } from './convolution.ts';
import { DENSE } from './dense.ts';
import type { TrainingCase } from './fit.ts';
import { LOOPS } from './loops.ts';
import { RECURRENT } from './recurrent.ts';

/** Every training of the contract by its name. */
export const TRAININGS: Record<string, TrainingCase> = { ...DENSE, ...CONVOLUTION, ...RECURRENT, ...LOOPS };
