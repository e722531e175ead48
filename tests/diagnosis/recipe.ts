import type { TaskId } from './tasks.ts';

/** A student's script in parts, so that a fault is one changed part. */
export type Recipe = {
  before: string;
  layers: string[];
  optimizer: string;
  loss: string;
  x: string;
  y: string;
  epochs: number;
  batchSize: number;
  /** More arguments of `fit`. */
  fit: string;
  after: string;
};

/**
 * One labelled training. `causes` are what was broken on purpose, each a finding that must be made; `also` are findings that are
 * true as well because of it. Both empty: a healthy training. Labels were written before any threshold was set.
 */
export type Case = { id: string; task: TaskId; causes: string[]; also: string[]; source: string };

export const dense = (units: number, activation = 'linear', more = ''): string =>
  `tf.layers.dense({ units: ${units}, activation: '${activation}'${more && `, ${more}`} })`;

const write = (recipe: Recipe): string => `${recipe.before}
model = tf.sequential({ layers: [
  ${recipe.layers.join(',\n  ')},
] });
model.compile({ optimizer: ${recipe.optimizer}, loss: ${recipe.loss}, metrics: ${recipe.loss.includes('mean') && !recipe.y.includes('oneHot') ? '[]' : "['accuracy']"} });
await model.fit(${recipe.x}, ${recipe.y}, { epochs: ${recipe.epochs}, batchSize: ${recipe.batchSize}, ${recipe.fit} verbose: 0 });
${recipe.after}`;

/** Makes cases of one task from a healthy recipe and what is changed in it. The first layer learns its input shape here. */
export function casesOf(
  task: TaskId,
  inputShape: string,
  healthy: Omit<Recipe, 'before' | 'fit' | 'after' | 'x'>,
) {
  const make = (id: string, changes: Partial<Recipe>, causes: string[], also: string[]): Case => {
    const recipe = { before: '', fit: '', after: '', x: 'xTrain', ...healthy, ...changes };
    const [first, ...rest] = recipe.layers;
    const layers = [first!.replace('{ ', `{ inputShape: ${inputShape}, `), ...rest];
    return { id: `${task} ${id}`, task, causes, also, source: write({ ...recipe, layers }) };
  };
  return {
    healthy: (id: string, changes: Partial<Recipe> = {}) => make(id, changes, [], []),
    buggy: (id: string, changes: Partial<Recipe>, causes: string[], also: string[] = []) =>
      make(id, changes, causes, also),
  };
}
