import { edit, mutant, type Mutant } from './edit.ts';

const GRADER = 'graders/host/grader.ts';
const METRIC = 'graders/host/metric.ts';
const TRAIN = 'graders/host/train.ts';
const RUN = 'graders/host/run-seed.ts';
const POOL = 'graders/host/pool.ts';

/** What the grader believes, and gives to boxes. */
export const GRADING_MUTANTS = {
  'trusts-output': mutant(
    'measuring instead of reading what was printed',
    edit(
      GRADER,
      "const isGraded = 'fraction' in verdict;",
      'const said = /{"fraction":[^}]*}/.exec(first?.output ?? "")?.[0]; if (said) verdict = { outcome: "graded", score: 100, metrics: [], gates: [], feedback: [], ...JSON.parse(said) } as never; const isGraded = "fraction" in verdict;',
    ),
  ),
  'trusts-epochs': mutant(
    'measuring instead of reading the epochs',
    edit(
      GRADER,
      "const isGraded = 'fraction' in verdict;",
      "const isGraded = 'fraction' in verdict; if (isGraded) verdict = { ...verdict, fraction: Number(first?.epochs.at(-1)?.logs['acc'] ?? 0) } as never;",
    ),
  ),
  'trusts-silence': mutant(
    'a model before any points',
    edit(
      RUN,
      "return trained.kind === 'trained' ? null : silentEndVerdict();",
      "return trained.kind === 'trained' ? null : ({ outcome: 'graded', fraction: 1, score: 100, metrics: [], gates: [], feedback: [] } as never);",
    ),
  ),
  'fraction-range': mutant(
    'the range of a fraction',
    edit(GRADER, 'if (!(fraction >= 0 && fraction <= 1))', 'if (false)'),
  ),
  'clean-text': mutant(
    'text without control characters',
    edit('graders/host/clean-text.ts', 'text.replace(/(?![\\t\\n])\\p{Cc}/gu', 'text.replace(/(?!.)./gu'),
  ),
  'forged-frames': mutant(
    'refusing frames our program would not write',
    edit(TRAIN, 'this.#isForged = true;'),
  ),
  'box-code': mutant(
    'disbelieving a failure of ours told by a train box',
    edit(
      RUN,
      "if (trained.kind === 'failed' && trained.failure.code !== 'box')",
      "if (trained.kind === 'failed' && trained.failure.code === 'box') throw new Error('box'); if (trained.kind === 'failed')",
    ),
  ),
  'needs-model': mutant(
    'asking for as many models as there should be',
    edit(TRAIN, 'if (!this.isDone || !isWhole)', 'if (!this.isDone)'),
  ),
  'needs-done': mutant(
    'asking for the end of a training',
    edit(TRAIN, 'if (!this.isDone || !isWhole)', 'if (!isWhole)'),
  ),
  'finite-rows': mutant(
    'rows without a number count as wrong',
    edit('lib/core/assignments/metric.ts', '&& values.every(Number.isFinite)'),
  ),
  'output-width': mutant(
    'the number of values per row',
    edit(METRIC, 'widthsOf(metric, width).includes(columns) ?', 'true ?'),
  ),
  'limit-first': mutant('a broken limit first', edit(RUN, 'if (trained.end.limit)', 'if (false)')),
  'hidden-rows-in-training': mutant(
    'public rows for training',
    edit(
      RUN,
      'makeTrainJob(job, place.seed, material), material,',
      'makeTrainJob(job, place.seed, material), { ...material, open: Object.fromEntries(Object.keys(material.open).map((name, i) => [name, Object.values(material.hidden)[i]!])) },',
    ),
  ),
  'sends-too-much': mutant(
    'sending no more than the job',
    edit(
      TRAIN,
      'const seen = new Seen(',
      'void box.send(INBOUND.tensor, new Uint8Array(640)); const seen = new Seen(',
    ),
  ),
  permission: mutant("Node's permissions", edit(POOL, "'--permission',\n      '--allow-fs-read=/lib',")),
  'permission-reads': mutant(
    "the files that Node's permissions name",
    edit(POOL, "'--allow-fs-read=/lib'", "'--allow-fs-read=*'"),
  ),
  addons: mutant('no addons', edit(POOL, "'--no-addons'", "'--no-warnings'")),
  'score-limits': mutant(
    'limits of the score box',
    edit('graders/host/score.ts', 'await ready.begin(limits);'),
  ),
  'only-living-boxes': mutant(
    'taking only boxes that live',
    edit(POOL, 'if (ready && this.#live.has(ready.box)) return ready;', 'if (ready) return ready;'),
  ),
} as const satisfies Record<string, Mutant>;
