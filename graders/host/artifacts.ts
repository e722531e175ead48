import { LAYER_CLASSES, MODEL_CLASSES } from '#graders/protocol/layers.ts';
import { isInRange, NUMBER_MAX } from '#graders/protocol/numbers.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { parseForeignJson } from './foreign-json.ts';

/**
 * A trained model as a box handed it over, checked before anything of ours builds it: tfjs itself accepts initializers that are
 * optimizers, quantization that turns weights into NaN, and nesting that ends the process. What passes is written out anew, so the
 * score box reads only what was checked here. Weights that diverged to NaN pass: their predictions count as wrong, and the judge says why.
 */
export type Artifacts = { topology: Buffer; weights: Buffer; params: number };

export type ArtifactError = {
  code:
    | 'artifactUnreadable'
    | 'artifactTooDeep'
    | 'artifactForbiddenKey'
    | 'artifactTooBig'
    | 'artifactOutOfRange'
    | 'artifactClass'
    | 'artifactWeights'
    | 'tooManyParams';
  values?: Record<string, string | number>;
};

const DEPTH_MAX = 32;
const NODES_MAX = 20_000;
const LAYERS_MAX = 256;
const STRING_MAX = 256;
const TENSORS_MAX = 512;

const OTHER_CLASSES: ReadonlySet<string> = new Set(
  `
  Zeros Ones Constant RandomNormal RandomUniform TruncatedNormal Identity VarianceScaling GlorotNormal GlorotUniform HeNormal
  HeUniform LeCunNormal LeCunUniform Orthogonal L1L2 MaxNorm MinMaxNorm NonNeg UnitNorm`
    .trim()
    .split(/\s+/),
);

/** All models of a script; the limit is for them together. */
export function checkModels(
  models: readonly { topology: Buffer; weights: Buffer }[],
  paramsMax: number,
): Result<Artifacts[], ArtifactError> {
  const checked: Artifacts[] = [];
  for (const { topology, weights } of models) {
    const used = checked.reduce((sum, { params }) => sum + params, 0);
    const artifacts = checkArtifacts(topology, weights, paramsMax - used);
    if (!artifacts.ok) return artifacts;
    checked.push(artifacts.value);
  }
  return ok(checked);
}

/** `topology` is JSON `{modelTopology, weightSpecs}`, `weights` the float32 values in the order of the specs. */
export function checkArtifacts(
  topology: Buffer,
  weights: Buffer,
  paramsMax: number,
): Result<Artifacts, ArtifactError> {
  const parsed = parseForeignJson(topology, DEPTH_MAX);
  if (!parsed.ok) return fail(JSON_ERRORS[parsed.error.code]);
  const { modelTopology, weightSpecs } = isObject(parsed.value) ? parsed.value : {};
  if (!isObject(modelTopology)) return fail('artifactUnreadable');
  const problem = checkTree(modelTopology) ?? checkLayers(modelTopology);
  if (problem) return { ok: false, error: problem };
  const specs = checkSpecs(weightSpecs);
  if (!specs) return fail('artifactWeights');
  const params = specs.reduce((sum, spec) => sum + sizeOf(spec.shape), 0);
  if (params > paramsMax) return fail('tooManyParams', { params, max: paramsMax });
  if (params * 4 !== weights.length) return fail('artifactWeights');
  return ok({
    topology: Buffer.from(JSON.stringify({ modelTopology, weightSpecs: specs })),
    weights,
    params,
  });
}

const JSON_ERRORS = {
  tooDeep: 'artifactTooDeep',
  notJson: 'artifactUnreadable',
  forbiddenKey: 'artifactForbiddenKey',
} as const;

type Tree = Record<string, unknown>;
const isObject = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkTree(root: Tree): ArtifactError | null {
  const rest: [key: string, value: unknown][] = [['', root]];
  for (let nodes = 0; rest.length > 0; nodes++) {
    if (nodes > NODES_MAX) return { code: 'artifactTooBig' };
    const [key, value] = rest.pop()!;
    if (typeof value === 'number' && !isInRange(key, value)) {
      return { code: 'artifactOutOfRange', values: { key: key.slice(0, 40), value } };
    }
    if (typeof value === 'string' && value.length > STRING_MAX) return { code: 'artifactTooBig' };
    if (key === 'class_name' && !isKnownClass(value))
      return { code: 'artifactClass', values: { name: nameOf(value) } };
    if (Array.isArray(value)) value.forEach((inner) => rest.push([key, inner]));
    else if (isObject(value)) Object.entries(value).forEach((entry) => rest.push(entry));
  }
  return null;
}

const isKnownClass = (value: unknown): boolean =>
  typeof value === 'string' &&
  [LAYER_CLASSES, MODEL_CLASSES, OTHER_CLASSES].some((classes) => classes.has(value));

/** Letters and digits of a name, safe to show anywhere. What is no text is not asked for one: its `toString` is a stranger's. */
const nameOf = (value: unknown): string =>
  (typeof value === 'string' ? value : typeof value).replace(/[^\w.-]/g, '?').slice(0, 40);

/** Every entry of a `layers` list is a layer or a model, nothing else that happens to be a known class. */
function checkLayers(root: Tree): ArtifactError | null {
  const layers = layersOf(root);
  if (layers.length === 0) return { code: 'artifactUnreadable' };
  if (layers.length > LAYERS_MAX) return { code: 'artifactTooBig' };
  const alien = layers.find(
    (layer) => !LAYER_CLASSES.has(classOf(layer)) && !MODEL_CLASSES.has(classOf(layer)),
  );
  return alien === undefined ? null : { code: 'artifactClass', values: { name: nameOf(classOf(alien)) } };
}

const classOf = (layer: unknown): string =>
  isObject(layer) && typeof layer['class_name'] === 'string' ? layer['class_name'] : '';

function layersOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(layersOf);
  if (!isObject(value)) return [];
  const own = Array.isArray(value['layers']) ? (value['layers'] as unknown[]) : [];
  return [...own, ...Object.values(value).flatMap(layersOf)];
}

type WeightSpec = { name: string; shape: number[]; dtype: 'float32' };

function checkSpecs(specs: unknown): WeightSpec[] | null {
  if (!Array.isArray(specs) || specs.length > TENSORS_MAX) return null;
  const checked = specs.map(checkSpec);
  const names = new Set(checked.map((spec) => spec?.name));
  return names.size === checked.length && checked.every((spec) => spec !== null) ? checked : null;
}

function checkSpec(spec: unknown): WeightSpec | null {
  if (!isObject(spec) || spec['dtype'] !== 'float32' || spec['quantization'] !== undefined) return null;
  const { name, shape } = spec;
  if (typeof name !== 'string' || name.length > STRING_MAX || !Array.isArray(shape) || shape.length > 6)
    return null;
  const isSize = (size: unknown): size is number =>
    Number.isInteger(size) && (size as number) >= 1 && (size as number) <= NUMBER_MAX;
  return shape.every(isSize) ? { name, shape, dtype: 'float32' } : null;
}

const sizeOf = (shape: number[]): number => shape.reduce((product, size) => product * size, 1);
