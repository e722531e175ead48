/** Larger numbers in a model's configuration, or as a side of a weight, would make tfjs allocate or loop for long. */
export const NUMBER_MAX = 1e7;
/** Seeds of initializers cost nothing and are any 32-bit number. */
const SEED_MAX = 2 ** 32;

/** May this number stand in a model's configuration? One rule for the train box, the host and the score box. */
export const isInRange = (key: string, value: number): boolean =>
  Math.abs(value) <= (key === 'seed' ? SEED_MAX : NUMBER_MAX);
