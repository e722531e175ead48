import { parseExpressionAt, type Expression, type ObjectExpression, type Property, type SpreadElement } from 'acorn';
import type { QuestionOf, Shape } from '#lib/core/questions/schema.ts';
import type * as Tensorflow from '@tensorflow/tfjs';

type Tf = typeof Tensorflow;
type Cloze = QuestionOf<'cloze-code'>;
export type Built = { outputShape: Shape; params: number };

/** The twin of a cloze question with every blank filled in; a blank that is not named gets its first accepted spelling. */
export function filledTwin(question: Cloze, blanks: Record<string, string>): string {
  return question.twin!.replace(/\{\{(\w+)\}\}/g, (_, id: string) => blanks[id] ?? question.blanks.find((b) => b.id === id)!.accept[0]!);
}

/**
 * Builds the model that a twin describes: `tf.sequential({ layers: [tf.layers.<name>({ literals }), …] })`. The text is read as data and
 * never run; anything but literals is refused with an error that names it. A Python tuple counts as an array and `name=value` as its value,
 * since blanks are shared with the Keras program.
 */
export function buildTwin(tf: Tf, source: string): Built {
  const start = source.indexOf('tf.sequential');
  if (start < 0) throw new Error('no tf.sequential(…) in the twin');
  const call = parseExpressionAt(source, start, { ecmaVersion: 'latest' });
  const layers = call.type === 'CallExpression' && call.arguments[0]?.type === 'ObjectExpression' ? propertyOf(call.arguments[0], 'layers') : undefined;
  if (layers?.type !== 'ArrayExpression') throw new Error('tf.sequential needs { layers: […] }');
  const model = tf.sequential();
  try {
    for (const layer of layers.elements) model.add(makeLayer(tf, layer));
    return { outputShape: model.outputShape as Shape, params: model.countParams() };
  } finally {
    model.dispose();
  }
}

function propertyOf(object: ObjectExpression, name: string): Expression | undefined {
  return object.properties.find((p): p is Property => p.type === 'Property' && nameOf(p) === name)?.value;
}

const nameOf = ({ key }: Property): string | undefined => (key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined);

function makeLayer(tf: Tf, node: Expression | SpreadElement | null): Tensorflow.layers.Layer {
  if (node?.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') throw new Error('a layer is written tf.layers.<name>({…})');
  const name = node.callee.property.name;
  const make = Object.hasOwn(tf.layers, name) ? (tf.layers as unknown as Record<string, (config: unknown) => Tensorflow.layers.Layer>)[name] : undefined;
  if (!make) throw new Error(`TensorFlow.js has no layer "${name}"`);
  return make(node.arguments[0] ? literal(node.arguments[0]) : {});
}

const NAMES = new Map<string, unknown>([['None', null], ['True', true], ['False', false]]);

function literal(node: Expression | SpreadElement | null): unknown {
  switch (node?.type) {
    case 'Literal':
      return node.value;
    case 'ArrayExpression':
      return node.elements.map(literal);
    case 'SequenceExpression':
      return node.expressions.map(literal);
    case 'ParenthesizedExpression':
      return literal(node.expression);
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.map((p) => [nameOf(p as Property), literal((p as Property).value)]));
    case 'AssignmentExpression':
      return literal(node.right);
    case 'UnaryExpression':
      if (node.operator === '-') return -(literal(node.argument) as number);
      break;
    case 'Identifier':
      if (NAMES.has(node.name)) return NAMES.get(node.name);
  }
  throw new Error(`only literals can stand in a twin, not ${node?.type ?? 'a hole'}`);
}
