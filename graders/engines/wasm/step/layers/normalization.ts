import type { Variable } from '../internals.ts';
import { only, type Compile, type Site, type Weight } from '../part.ts';
import { refuse } from '../plain-path.ts';

/**
 * Over the last axis: by the mean and variance of the batch in training, which also move the layer's own; else by those. tfjs trains no
 * layer without gamma or beta, and says so. Momentum and epsilon are read at each step.
 */
export const batchNormalization: Compile = (site, layer, inputs) => {
  const { kernels, scratch } = site.heap;
  const x = only(inputs);
  if (x.shape.length > 3) refuse('BatchNormalization of more than four axes');
  const axis = Number(layer['axis']);
  if (axis !== -1 && axis !== x.shape.length) refuse(`BatchNormalization of axis ${axis}`);
  if (!layer['gamma'] || !layer['beta']) refuse('BatchNormalization without gamma or beta');
  const columns = x.shape.at(-1)!;
  const perRow = x.size / columns;
  const [gamma, beta, mean, variance] = ['gamma', 'beta', 'movingMean', 'movingVariance'].map((name) =>
    site.weight(layer[name] as Variable),
  ) as [Weight, Weight, Weight, Weight];
  const y = site.value(x.shape);
  const [ownMean, ownVariance] = [site.floats(columns), site.floats(columns)];
  const [toGamma, toBeta] = [gamma, beta].map(({ gradient }) => gradient || site.floats(columns)) as [
    number,
    number,
  ];
  const room = () => scratch(kernels.batchNormScratch(columns));
  return {
    outputs: [y],
    forward: (rows, isTraining) => {
      const epsilon = Number(layer['epsilon']);
      const shape = [rows * perRow, columns, x.at, gamma.at, beta.at, epsilon, y.at] as const;
      if (!isTraining) return kernels.batchNormGiven(...shape, mean.at, variance.at, room());
      kernels.batchNorm(...shape, ownMean, ownVariance, room());
      const decay = 1 - Number(layer['momentum']);
      move(site, mean, ownMean, decay);
      move(site, variance, ownVariance, decay);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      const epsilon = Number(layer['epsilon']);
      // prettier-ignore
      kernels.batchNormGradient(
        rows * perRow, columns, x.at, from, gamma.at, epsilon, ownMean, ownVariance, to || from,
        toGamma, toBeta, room(),
      );
    },
  };
};

/** The layer's own statistics go a part of the way to those of the batch. */
function move({ heap }: Site, weight: Weight, value: number, decay: number): void {
  const variable = weight.variable.read();
  weight.at = heap.own(variable);
  heap.kernels.moveStatistics(weight.size, weight.at, value, decay);
  heap.touch(variable);
}

/** Each row's last axis by its own mean and variance. */
export const layerNormalization: Compile = (site, layer, inputs) => {
  const { kernels, scratch } = site.heap;
  const x = only(inputs);
  const axes = [layer['axis']].flat() as number[];
  if (axes.length !== 1 || axes[0] !== x.shape.length) refuse(`LayerNormalization of axes ${axes.join()}`);
  const columns = x.shape.at(-1)!;
  const perRow = x.size / columns;
  if (!layer['gamma'] || !layer['beta']) refuse('LayerNormalization without gamma or beta');
  const [gamma, beta] = ['gamma', 'beta'].map((name) => site.weight(layer[name] as Variable)) as [
    Weight,
    Weight,
  ];
  const y = site.value(x.shape);
  const [mean, variance] = [site.floats(site.rows * perRow), site.floats(site.rows * perRow)];
  const [toGamma, toBeta] = [gamma, beta].map(({ gradient }) => gradient || site.floats(columns)) as [
    number,
    number,
  ];
  const spare = site.floats(site.rows * x.size);
  return {
    outputs: [y],
    forward: (rows) => {
      const epsilon = Number(layer['epsilon']);
      kernels.layerNorm(rows * perRow, columns, x.at, gamma.at, beta.at, epsilon, y.at, mean, variance);
    },
    backward: (rows, [from = 0], [to = 0]) => {
      const epsilon = Number(layer['epsilon']);
      // prettier-ignore
      kernels.layerNormGradient(
        rows * perRow, columns, x.at, from, gamma.at, epsilon, mean, variance, to || spare,
        toGamma, toBeta, scratch(kernels.layerNormScratch(columns)),
      );
    },
  };
};
