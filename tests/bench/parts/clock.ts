/** Milliseconds of one clock for all processes of this machine, with fractions. `Date.now()` of a process agrees with it. */
export const clockMs = (): number => performance.timeOrigin + performance.now();
