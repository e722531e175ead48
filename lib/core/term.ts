/** The term of the ready-made course. Hidden data are derived from it (with the installation's secret): one term for a whole grader host. */
export const TERM = '2026-guz';
