import { ARTIFACT_MUTANTS } from './mutants/artifacts.ts';
import type { AIDS } from './mutants/aids.ts';
import { GRADING_MUTANTS } from './mutants/grading.ts';
import { SANDBOX_MUTANTS } from './mutants/sandbox.ts';

/** Checks of the host, each with the text that makes it. Layers of a box are taken away by name instead: `layers.ts`. */
export const MUTANTS = { ...SANDBOX_MUTANTS, ...ARTIFACT_MUTANTS, ...GRADING_MUTANTS };
export type MutantId = keyof typeof MUTANTS;
export type AidId = keyof typeof AIDS;
