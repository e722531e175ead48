import type { Address } from '../../address.ts';
import type { Compile, Site, Value } from '../part.ts';
import { refuse } from '../plain-path.ts';

/** Inputs of one shape; tfjs would stretch others. */
function sameShape(site: Site, inputs: readonly Value[], name: string): Value {
  const [shape] = inputs.map((each) => each.shape);
  if (inputs.some((each) => each.shape.join() !== shape!.join())) refuse(`${name} of different shapes`);
  return site.value(shape!);
}

function sum(site: Site, inputs: readonly Value[], y: Value, rows: number): void {
  const { kernels } = site.heap;
  kernels.copyFloats(y.at, inputs[0]!.at, rows * y.size);
  for (const { at } of inputs.slice(1)) kernels.addFloats(y.at, at, rows * y.size);
}

export const add: Compile = (site, _, inputs) => {
  const y = sameShape(site, inputs, 'Add');
  return {
    outputs: [y],
    forward: (rows) => sum(site, inputs, y, rows),
    backward: (rows, [from = 0], to) => copyToAll(site, from, to, rows * y.size),
  };
};

export const average: Compile = (site, _, inputs) => {
  const y = sameShape(site, inputs, 'Average');
  const share = Math.fround(1 / inputs.length);
  const { kernels } = site.heap;
  return {
    outputs: [y],
    forward: (rows) => {
      sum(site, inputs, y, rows);
      kernels.scaleFloats(rows * y.size, share, y.at);
    },
    backward: (rows, [from = 0], to) => {
      kernels.scaleFloats(rows * y.size, share, from);
      copyToAll(site, from, to, rows * y.size);
    },
  };
};

function copyToAll({ heap }: Site, from: Address, to: readonly Address[], count: number): void {
  for (const at of to) if (at) heap.kernels.copyFloats(at, from, count);
}

/** The gradient of each factor is that of the product times the other factors. */
export const multiply: Compile = (site, _, inputs) => {
  const y = sameShape(site, inputs, 'Multiply');
  const { kernels } = site.heap;
  return {
    outputs: [y],
    forward: (rows) => {
      kernels.copyFloats(y.at, inputs[0]!.at, rows * y.size);
      for (const { at } of inputs.slice(1)) kernels.multiplyFloats(rows * y.size, y.at, at, y.at);
    },
    backward: (rows, [from = 0], to) =>
      to.forEach((at, i) => {
        if (!at) return;
        kernels.copyFloats(at, from, rows * y.size);
        inputs.forEach((other, j) => {
          if (j !== i) kernels.multiplyFloats(rows * y.size, at, other.at, at);
        });
      }),
  };
};

/** Along any axis of the rows: `outer` times, a run of each input after the other. */
export const concatenate: Compile = (site, layer, inputs) => {
  const rank = inputs[0]!.shape.length;
  const given = Number(layer['axis']);
  const axis = given < 0 ? given + rank : given - 1;
  // tfjs takes every negative axis for the last one.
  if (given < -1 || given === 0) refuse(`Concatenate on axis ${given}`);
  const length = inputs.reduce((total, { shape }) => total + shape[axis]!, 0);
  const y = site.value(inputs[0]!.shape.with(axis, length));
  const runs = inputs.map(({ shape }) => shape.slice(axis).reduce((a, b) => a * b, 1));
  const whole = runs.reduce((a, b) => a + b, 0);
  const outer = y.size / whole;
  const { copyRuns } = site.heap.kernels;
  return {
    outputs: [y],
    forward: (rows) => {
      let to = y.at;
      inputs.forEach(({ at }, i) => {
        copyRuns(rows * outer, runs[i]!, at, runs[i]!, to, whole);
        to += 4 * runs[i]!;
      });
    },
    backward: (rows, [from = 0], to) => {
      let at = from;
      to.forEach((target, i) => {
        if (target) copyRuns(rows * outer, runs[i]!, at, whole, target, runs[i]!);
        at += 4 * runs[i]!;
      });
    },
  };
};
