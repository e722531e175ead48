import type { HostRequest } from '#graders/protocol/host.ts';

/** One submission to grade, as the worker asks for it. */
export type GradeJob = Extract<HostRequest, { kind: 'grade' }>;
