/** Of `fc.assert`: the same cells each time; `DERIN_RANDOM_CELLS=3000` tries so many, from a seed of its own or from `DERIN_RANDOM_SEED`. */
const wanted = process.env['DERIN_RANDOM_CELLS'];
export const TRIALS_OF_CELLS = {
  numRuns: Number(wanted ?? 150),
  seed: Number(process.env['DERIN_RANDOM_SEED'] ?? (wanted ? Date.now() % 2 ** 31 : 1)),
};
/** Milliseconds for all of them. */
export const CELLS_WITHIN = 30_000 + 100 * TRIALS_OF_CELLS.numRuns;
