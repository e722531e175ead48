export * from './users.ts';
export * from './courses.ts';
export * from './questions.ts';
export * from './exams.ts';
export * from './attempts.ts';
export * from './assignments.ts';
export * from './submissions.ts';
export * from './audit.ts';
