/** The term of the ready-made course, and of grading where there is no course: on the command line. */
export const TERM = '2026-guz';
