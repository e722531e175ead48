import { edit, mutant, type Mutant } from './edit.ts';

const JSON_IN = 'graders/host/foreign-json.ts';
const ARTIFACTS = 'graders/host/artifacts.ts';

/** What a model must be before anything is built from it. */
export const ARTIFACT_MUTANTS = {
  'json-depth': mutant(
    'the depth of foreign JSON',
    edit(JSON_IN, "if (depthOf(bytes) > depthMax) return fail('tooDeep');"),
  ),
  'json-keys': mutant(
    'keys that reach prototypes',
    edit(JSON_IN, 'if (FORBIDDEN.has(key)) throw new ForbiddenKey(key);'),
  ),
  'artifact-numbers': mutant('the range of numbers', edit(ARTIFACTS, '!isInRange(key, value)', 'false')),
  'artifact-nodes': mutant(
    'the number of nodes',
    edit(ARTIFACTS, "if (nodes > NODES_MAX) return { code: 'artifactTooBig' };"),
  ),
  'artifact-strings': mutant(
    'the length of texts',
    edit(
      ARTIFACTS,
      "if (typeof value === 'string' && value.length > STRING_MAX) return { code: 'artifactTooBig' };",
    ),
  ),
  'artifact-classes': mutant(
    'known classes only',
    edit(ARTIFACTS, "if (key === 'class_name' && !isKnownClass(value))", 'if (false)'),
  ),
  'artifact-layers': mutant(
    'layers only among the layers',
    edit(ARTIFACTS, 'alien === undefined ? null', 'true ? null'),
  ),
  'artifact-layers-max': mutant(
    'the number of layers',
    edit(ARTIFACTS, "if (layers.length > LAYERS_MAX) return { code: 'artifactTooBig' };"),
  ),
  'artifact-empty': mutant(
    'at least one layer',
    edit(ARTIFACTS, "if (layers.length === 0) return { code: 'artifactUnreadable' };"),
  ),
  'artifact-dtype': mutant(
    'plain float32 weights',
    edit(ARTIFACTS, "|| spec['dtype'] !== 'float32' || spec['quantization'] !== undefined"),
  ),
  'artifact-shapes': mutant(
    'sizes of weights',
    edit(ARTIFACTS, 'return shape.every(isSize) ?', 'return true ?'),
  ),
  'artifact-names': mutant('one weight per name', edit(ARTIFACTS, 'names.size === checked.length &&')),
  'artifact-names-length': mutant(
    'the length of the names of weights',
    edit(ARTIFACTS, '|| name.length > STRING_MAX'),
  ),
  'artifact-tensors': mutant('the number of weights', edit(ARTIFACTS, '|| specs.length > TENSORS_MAX')),
  'artifact-params': mutant(
    'the number of parameters',
    edit(ARTIFACTS, "if (params > paramsMax) return fail('tooManyParams', { params, max: paramsMax });"),
  ),
  'artifact-bytes': mutant(
    'as many bytes as weights',
    edit(ARTIFACTS, "if (params * 4 !== weights.length) return fail('artifactWeights');"),
  ),
  'artifact-rewritten': mutant(
    'writing what was checked anew',
    edit(
      ARTIFACTS,
      'topology: Buffer.from(JSON.stringify({ modelTopology, weightSpecs: specs })),',
      'topology,',
    ),
  ),
} as const satisfies Record<string, Mutant>;
