/** Thrown while a model is compiled: it trains as tfjs does it, and `why` says what could not be compiled. */
export class PlainPath extends Error {
  readonly why: string;

  constructor(why: string) {
    super(why);
    this.why = why;
  }
}

export function refuse(why: string): never {
  throw new PlainPath(why);
}

/** What was called, and null where it ran compiled, else why it did not. */
export type PathTaken = { call: 'fit' | 'evaluate' | 'predict'; why: string | null };

/** A script may call `predict` in a loop: more than these are not told apart. */
const PATHS_MAX = 64;
const taken = new Map<string, PathTaken>();

/** The different paths taken in this process, in the order of their first use. */
export const pathsTaken = (): PathTaken[] => [...taken.values()];

/** What ran before is nobody's: a box warms up with a training of its own. */
export const forgetPaths = (): void => taken.clear();

export function notePath(call: PathTaken['call'], why: string | null): void {
  const key = `${call} ${why}`;
  if (taken.size < PATHS_MAX && !taken.has(key)) taken.set(key, { call, why });
}
