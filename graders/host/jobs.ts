import type { ScoreJob, TensorSpec, TrainJob } from '#graders/protocol/box.ts';
import { PUBLIC_NAMES, type Tensors } from '#lib/core/assignments/data.ts';
import { partsOf, type Part, type Pass } from '#lib/core/assignments/parts.ts';
import type { Assignment } from '#lib/core/assignments/schema.ts';
import type { Material } from './data.ts';

/** What a train box is told besides the values of the data. */
export const makeTrainJob = (
  { source, assignment }: { source: string; assignment: Assignment },
  seed: number,
  { open, names, tests, base }: Material,
): TrainJob => ({
  source,
  seed,
  tensors: specsOf(open, Object.keys(open)),
  names,
  models: assignment.leaves.models,
  calls: tests.flatMap(({ calls }) => calls),
  hasBase: base !== null,
  epochsMax: assignment.limits.epochsMax,
});

/** What a score box is told besides the models and the values of their inputs; each pass once, whatever looks at it. */
export function makeScoreJob(assignment: Assignment, material: Material): ScoreJob {
  const { parts, train } = measuredParts(assignment, material);
  const passes = new Map([...parts, ...(train ? [train] : [])].map(({ of }) => [passKey(of), of]));
  const inputs = new Set([...passes.values()].map(({ input }) => input));
  return {
    models: assignment.leaves.models,
    inputs: specsOf(tensorsOf(material), [...inputs]),
    passes: [...passes.values()],
  };
}

/** Public and hidden tensors, whose names are different. */
export const tensorsOf = ({ open, hidden }: Material): Tensors => ({ ...open, ...hidden });

/** The parts of the metric; and, where it is a single one and there are labels, the same on the training data. */
export function measuredParts(
  assignment: Assignment,
  { open }: Material,
): { parts: Part[]; train: Part | null } {
  const parts = partsOf(assignment);
  const [x, y] = PUBLIC_NAMES;
  const [only] = parts;
  if (only === undefined || assignment.metric.name === 'parts' || !(x in open && y in open))
    return { parts, train: null };
  return { parts, train: { ...only, of: { ...only.of, input: x }, against: y } };
}

export const passKey = (pass: Pass): string => JSON.stringify(pass);

const specsOf = (tensors: Tensors, names: string[]): TensorSpec[] =>
  names.map((name) => {
    const tensor = tensors[name];
    if (!tensor) throw new Error(`no tensor ${name}`);
    return { name, shape: tensor.shape, dtype: tensor.dtype };
  });
