import 'server-only';
import path from 'node:path';
import { startHost, type HostClient, type HostOptions } from '#graders/host/client.ts';

export { jobsAtOnce } from '#graders/protocol/jobs-at-once.ts';
export type { Proof } from '#graders/protocol/host.ts';
export {
  HostDied,
  JobCancelled,
  type GradeEvent,
  type GradeRequest,
  type HostClient,
} from '#graders/host/client.ts';

/** What grading a submission needs of the grader host; tests of the queue bring their own. */
export type Grader = Pick<HostClient, 'grade' | 'cancel'>;

type Settings = { hiddenSecretHex: string; warmBoxes: number } & Pick<HostOptions, 'onProof' | 'onLog'>;

/** Starts the grader host as a child of this process. Its first proof decides whether code is graded at all. */
export function startGrading({ hiddenSecretHex, warmBoxes, ...hooks }: Settings): HostClient {
  const assignmentsFolder = path.resolve('question-bank/assignments');
  return startHost({ hello: { hiddenSecretHex, assignmentsFolder, warmBoxes }, ...hooks });
}
