import type { Layer } from '../internals.ts';
import type { Compile } from '../part.ts';
import { refuse } from '../plain-path.ts';
import { activation, elu, leakyRelu, relu, softmax } from './activation.ts';
import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { depthwise, separable } from './depthwise.ts';
import { dropout } from './dropout.ts';
import { embedding } from './embedding.ts';
import { classOf } from './known.ts';
import { add, average, concatenate, multiply } from './merge.ts';
import { batchNormalization, layerNormalization } from './normalization.ts';
import { zeroPadding } from './padding.ts';
import { averagePooling, globalAveragePooling, globalMaxPooling, maxPooling } from './pooling.ts';
import { bidirectional, recurrent } from './recurrent.ts';
import { flatten, reshape } from './shape.ts';

/** What is compiled, by the names that tfjs gives its layers. */
const COMPILERS: Record<string, Compile> = {
  Activation: activation,
  Add: add,
  Average: average,
  AveragePooling1D: averagePooling,
  AveragePooling2D: averagePooling,
  BatchNormalization: batchNormalization,
  Bidirectional: bidirectional,
  Concatenate: concatenate,
  Conv1D: convolution,
  Conv2D: convolution,
  Dense: dense,
  DepthwiseConv2D: depthwise,
  Dropout: dropout,
  ELU: elu,
  Embedding: embedding,
  Flatten: flatten,
  GRU: recurrent,
  GlobalAveragePooling1D: globalAveragePooling,
  GlobalAveragePooling2D: globalAveragePooling,
  GlobalMaxPooling1D: globalMaxPooling,
  GlobalMaxPooling2D: globalMaxPooling,
  LayerNormalization: layerNormalization,
  LSTM: recurrent,
  LeakyReLU: leakyRelu,
  MaxPooling1D: maxPooling,
  MaxPooling2D: maxPooling,
  Multiply: multiply,
  ReLU: relu,
  Reshape: reshape,
  SeparableConv2D: separable,
  SimpleRNN: recurrent,
  Softmax: softmax,
  ZeroPadding2D: zeroPadding,
};

type Known = { compile: Compile; prototype: { call: unknown }; call: unknown };

/** The same by class, with what the layers do when tfjs calls them: a script may change that. */
const KNOWN = new Map<unknown, Known>(
  Object.entries(COMPILERS).map(([name, compile]) => {
    const prototype = classOf(name).prototype as { call: unknown };
    return [classOf(name), { compile, prototype, call: prototype.call }];
  }),
);

/** Checks of ours stand before tfjs's own function here, and `embedding.ts` keeps to them. */
const CHECKED = new Set(['Embedding']);

/** Compiles what a layer does; refuses classes that are not known, and layers that a script has changed. */
export function compilerOf(layer: Layer): Compile {
  const name = layer.getClassName();
  const known = KNOWN.get(layer.constructor);
  if (!known) return refuse(`layer ${name.slice(0, 40)}`);
  const isChanged = layer.call !== known.prototype.call || Object.hasOwn(layer, 'apply') || layer._callHook;
  if (isChanged || (known.prototype.call !== known.call && !CHECKED.has(name)))
    refuse(`${name} with its own call`);
  return known.compile;
}
