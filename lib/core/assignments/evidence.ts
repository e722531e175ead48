import type { Breakdown } from './breakdown.ts';
import type { ModelFacts, TrainRecord } from './facts.ts';
import type { TestOutcome } from './function-tests.ts';
import type { Measures } from './measures.ts';
import type { Epoch, SubmissionReport } from './report.ts';
import type { Assignment } from './schema.ts';

export type Finding = SubmissionReport['feedback'][number];

/** One run: what was measured, and the curve it logged. */
export type RunFacts = {
  seed: number;
  /** On hidden data; null where it does not exist. */
  metric: number | null;
  /** The same metric on the training data, by the same arithmetic. */
  train: number | null;
  interval?: [number, number] | null;
  /** What else is told: parts of the metric by their ids, or rates of the two classes. */
  measures: Measures;
  /** Tests of the functions the script left. */
  tests: TestOutcome[];
  epochs: Epoch[];
  constantPrediction: boolean;
  /** How the predictions missed, in counts. */
  breakdown: Breakdown | null;
};

/** What conditions look at. */
export type Built = {
  /** Of the first model. */
  facts: ModelFacts;
  /** All models by name. */
  models: Readonly<Record<string, ModelFacts>>;
  record: TrainRecord | null;
  /** Medians of the runs, null where they do not exist: `metric`, `train`, and the assignment's own measures. */
  measures: Measures;
  /** Ids of the function tests that passed in every run. */
  passedTests: ReadonlySet<string>;
};

/** What findings look at. */
export type Evidence = Built & { assignment: Assignment; runs: readonly RunFacts[] };
