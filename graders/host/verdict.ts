import type { Failure, TrainRecord } from '#lib/core/assignments/facts.ts';
import { describeFailure } from '#lib/core/assignments/failures.ts';
import type { SubmissionReport } from '#lib/core/assignments/report.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Limit } from '#lib/core/reports.ts';
import type { Text } from '#lib/core/lang.ts';
import { limitText, MESSAGES } from './messages.ts';

/** Why a submission is not graded: everything of a report that says so. */
export type Verdict = Pick<SubmissionReport, 'outcome' | 'limit' | 'message'> & {
  feedback?: SubmissionReport['feedback'];
};

const verdict = (outcome: Verdict['outcome'], text: Text, line: number | null = null): Verdict => ({
  outcome,
  limit: null,
  message: { tr: text.tr, en: text.en, line },
});

export const limitVerdict = (limit: Limit, maximum: number): Verdict => ({
  ...verdict('limitExceeded', limitText(limit, maximum)),
  limit,
});

export const breachVerdict = (): Verdict => verdict('crashed', MESSAGES.breach);
export const silentEndVerdict = (): Verdict => verdict('crashed', MESSAGES.endedEarly);
export const ungradable = (text: Text): Verdict => verdict('ungradable', text);

/** A failure reported from a box that ran the student's code, or from one that rebuilt the model. */
export const failureVerdict = (
  assignment: Assignment,
  failure: Failure,
  record: TrainRecord | null,
): Verdict => ({
  ...describeFailure(assignment, failure, record),
  limit: null,
});

/** Our failure: never a score. The incident is how the log line is found. */
export const graderFailed = (incident: string): Verdict =>
  verdict('graderFailed', MESSAGES.graderFailed(incident));
