import * as tf from '@tensorflow/tfjs';
import type { Heap } from '../heap.ts';
import { Arena } from './arena.ts';
import { makeBackward } from './backward.ts';
import type { Functions } from './functions.ts';
import { makeGraph, type Graph } from './graph.ts';
import type { Ins, Model, Variable } from './internals.ts';
import { makePenalties } from './penalties.ts';
import { refuse } from './plain-path.ts';
import type { Scored } from './scored.ts';
import { makeTestScore, makeTrainScore, type Score } from './scoring.ts';
import { makeTarget, type Target } from './targets.ts';
import { makeUpdate } from './update.ts';

/** A model over fixed memory for batches of at most `rows` rows. Call `free` when done. */
export type Compiled = {
  rows: number;
  graph: Graph;
  targets: Target[];
  /** From inputs in place to outputs in place, with the weights of this moment. */
  forward(rows: number, isTraining: boolean): void;
  /** Loss and metrics of outputs that are there. */
  test: Score;
  /** One step of training with the rows that are in place; gives the loss before it, and metrics. */
  train: Score;
  /** Whether the model still is what was compiled. */
  isCurrent(): boolean;
  free(): void;
};

export type Compiler = { heap: Heap; functions: Functions };
type Wish = { model: Model; ins: Ins; rows: number; isTraining: boolean };

/** `ins`: inputs, and targets where the model is to be trained or tested. Throws `PlainPath` for what cannot be compiled. */
export function compileModel(compiler: Compiler, wish: Wish): Compiled {
  const arena = new Arena(compiler.heap);
  try {
    return compileIn(arena, compiler, wish);
  } catch (error) {
    arena.free();
    throw error instanceof RangeError ? refuse('not enough memory') : error;
  }
}

function compileIn(arena: Arena, { heap, functions }: Compiler, wish: Wish): Compiled {
  const { model, ins, rows, isTraining } = wish;
  requireUsual(model);
  const trained = new Set(isTraining ? trainedOf(model) : []);
  const graph = makeGraph(heap, arena, model, samplesOf(model, ins), rows, trained);
  const targets = targetsOf(arena, model, ins, rows);
  const refresh = () => {
    for (const weight of graph.weights) weight.at = heap.address(weight.variable.read());
  };
  const forward = (count: number, training: boolean) => {
    refresh();
    for (const { part } of graph.uses) part.forward(count, training);
  };
  const scored = {
    heap,
    functions,
    model,
    outputs: graph.outputs,
    targets,
    gradients: null,
    weights: graph.weights,
    hasPenalties: false,
    direct: [],
  };
  return {
    rows,
    graph,
    targets,
    forward,
    test: targets.length > 0 ? makeTestScore(scored) : () => [],
    train: isTraining ? makeTrain(arena, scored, graph, forward, rows) : () => [],
    isCurrent: watch(model),
    free: () => arena.free(),
  };
}

function makeTrain(
  arena: Arena,
  scored: Scored,
  graph: Graph,
  forward: Compiled['forward'],
  rows: number,
): Score {
  const { heap, model } = scored;
  const backward = makeBackward(heap, arena, graph, rows);
  const penalties = makePenalties(heap, graph.uses);
  const { direct } = scored;
  const score = makeTrainScore({ ...scored, gradients: backward.outputs, hasPenalties: penalties.count > 0 });
  const update = makeUpdate(heap, model, graph.weights);
  return (count) => {
    forward(count, true);
    const scores = score(count);
    backward.run(count);
    for (const { to, gradient } of direct.splice(0)) {
      heap.kernels.addFloats(to, heap.address(gradient), gradient.size);
      gradient.dispose();
    }
    scores[0]! += penalties.add();
    update();
    return scores;
  };
}

function requireUsual(model: Model): void {
  if (tf.getBackend() !== 'wasm') refuse(`backend ${tf.getBackend()}`);
  if (tf.engine().isTapeOn()) refuse('inside of a gradient');
  if (tf.env().getBool('DEBUG')) refuse('debug mode');
  if (model.stateful) refuse('a stateful model');
}

/** Weights that a step changes; a step that changes none ends with tfjs's words. */
function trainedOf(model: Model): Variable[] {
  const trained = model.collectedTrainableWeights!.filter((variable) => variable.read().trainable);
  return trained.length > 0 ? trained : refuse('nothing to train');
}

const samplesOf = ({ inputs }: Model, ins: Ins) =>
  inputs.map((_, i) => ({ shape: ins[i]!.shape.slice(1), dtype: ins[i]!.dtype }));

function targetsOf(arena: Arena, { inputs, outputs }: Model, ins: Ins, rows: number): Target[] {
  const [from, to] = [inputs.length, inputs.length + outputs.length];
  return ins.slice(from, to).map((target, i) => makeTarget(arena, target!, ins[to + i] ?? null, rows));
}

/** Callbacks may compile the model anew, change the optimizer or freeze a layer. */
function watch(model: Model): () => boolean {
  const seen = partsOf(model);
  return () => partsOf(model).every((part, i) => part === seen[i]);
}

const partsOf = (model: Model): unknown[] => [
  model.optimizer_,
  model.lossFunctions,
  model.metricsTensors,
  model.collectedTrainableWeights,
  ...(model.collectedTrainableWeights ?? []).map((variable) => variable.read().trainable),
];
