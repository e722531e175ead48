/** A text of a source file that occurs there once, and what is put in its place. */
export type Edit = { file: string; find: string; put: string };
export type Mutant = { without: string; edits: readonly Edit[] };

const edit = (file: string, find: string, put = ''): Edit => ({ file, find, put });
const mutant = (without: string, ...edits: Edit[]): Mutant => ({ without, edits });

const FRAMES = 'graders/sandbox/frame-reader.ts';
const WATCH = 'graders/sandbox/supervision.ts';
const BOX = 'graders/sandbox/box.ts';
const CGROUP = 'graders/sandbox/cgroup.ts';
const JSON_IN = 'graders/host/foreign-json.ts';
const ARTIFACTS = 'graders/host/artifacts.ts';
const PROFILE = 'graders/sandbox/profile.ts';
const STAGING = 'graders/sandbox/staging.ts';
const GRADER = 'graders/host/grader.ts';
const METRIC = 'graders/host/metric.ts';
const TRAIN = 'graders/host/train.ts';
const RUN = 'graders/host/run-seed.ts';
const POOL = 'graders/host/pool.ts';

/** Checks of the host, each with the text that makes it. Layers of a box are taken away by name instead: `layers.ts`. */
export const MUTANTS = {
  'shared-readonly': mutant(
    'showing files read-only',
    edit(PROFILE, "['--ro-bind', from, to]", "['--bind', from, to]"),
  ),
  'frame-type': mutant(
    'refusing unknown frames',
    edit(
      FRAMES,
      'if (!rule) throw new ProtocolBreach(',
      'if (!rule) return length; if (!rule) throw new ProtocolBreach(',
    ),
  ),
  'frame-size': mutant('the size cap of a frame', edit(FRAMES, 'if (length > rule.maxBytes)', 'if (false)')),
  'frame-count': mutant('the count cap of frames', edit(FRAMES, 'if (count > rule.maxCount)', 'if (false)')),
  'watch-peak': mutant(
    'the memory a box has had',
    edit(
      WATCH,
      "if (this.#last && this.#last.peakMib >= NEARLY_ALL * this.#limits.memoryMib) return 'memory';",
    ),
  ),
  'watch-resident': mutant(
    'the memory a box has',
    edit(WATCH, "if (this.#last && this.#last.residentMib > this.#limits.memoryMib) return 'memory';"),
  ),
  'watch-cpu': mutant(
    'the CPU watchdog',
    edit(WATCH, "return this.#cpuSeconds() > this.#limits.cpuSeconds ? 'cpu' : null;", 'return null;'),
  ),
  'cpu-at-end': mutant(
    'counting CPU time at the end',
    edit(WATCH, "if (this.#cpuSeconds() >= this.#limits.cpuSeconds) return 'cpu';"),
  ),
  'watch-wall': mutant(
    'the wall clock',
    edit(WATCH, "setTimeout(() => end('wall'), limits.wallSeconds * 1000),"),
  ),
  'output-cap': mutant(
    'ending a box that prints too much',
    edit(BOX, "if (this.capture.isTruncated) this.#stop('output');"),
  ),
  'capture-cap': mutant(
    'the cap on what is kept of its output',
    edit('graders/sandbox/capture.ts', 'Math.max(0, this.#maxBytes - this.#bytes)', 'Infinity'),
  ),
  'first-cause': mutant(
    'the first cause of an end',
    edit(BOX, 'if (this.#breach === null) this.#limit ??= limit;', 'this.#limit ??= limit;'),
  ),
  'exit-code-is-no-evidence': mutant(
    'disbelieving exit codes',
    edit(
      BOX,
      'const limit =\n      this.#limit ??',
      "const limit =\n      this.#limit ?? (exitCode === 137 ? 'memory' : null) ??",
    ),
  ),
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
  'begin-tightens': mutant('the lower limits of a job', edit(BOX, 'await this.#tighten(pid, limits);')),
  'score-limits': mutant(
    'limits of the score box',
    edit('graders/host/score.ts', 'await ready.begin(limits);'),
  ),
  'descriptor-refusal': mutant(
    'refusing to grade with a descriptor to pass on',
    edit(
      'graders/sandbox/descriptors.ts',
      '.filter((fd) => fd >= 3 && isInheritable(fd))',
      '.filter((fd) => fd < 0 && isInheritable(fd))',
    ),
  ),
  'fails-closed': mutant(
    'off when nothing is shown',
    edit('graders/sandbox/proof.ts', '({\n  proven: false,', '({\n  proven: true,'),
  ),
  'userns-by-name': mutant(
    'asking for the user namespace by name',
    edit(PROFILE, "['--unshare-user']", "['--unshare-user-try']"),
  ),
  'user-per-box': mutant(
    'a user for each box',
    edit('graders/sandbox/slots.ts', 'this.#free.shift()', 'this.#free[0]'),
  ),
  'kills-init': mutant(
    'killing a box by its init',
    edit(BOX, 'killQuietly(this.#boxPid ?? this.#child.pid);', 'killQuietly(this.#child.pid);'),
  ),
  'waits-for-the-reaper': mutant('waiting for the end of the init', edit(BOX, 'await this.#reaped();')),
  'cgroup-memory': mutant('the memory limit of the cgroup', edit(CGROUP, 'group.limitMemory(memoryMib);')),
  'cgroup-pids': mutant(
    'the process limit of the cgroup',
    edit(CGROUP, "write(pids, 'pids.max', String(processesMax), false);"),
  ),
  'cgroup-share': mutant(
    'half a share of the processor',
    edit(CGROUP, 'if (cpu) write(own(cpu.shareFolder), cpu.shareFile, cpu.share, false);'),
  ),
  'cgroup-removal': mutant('removing the cgroup', edit(BOX, 'await this.#cgroup?.remove();')),
  'cgroup-sweep': mutant(
    'sweeping cgroups of dead hosts',
    edit(CGROUP, 'sweepDead(layout);\n  return {', 'return {'),
  ),
  'oom-counter': mutant(
    'the counter of kills for memory',
    edit(WATCH, "if (this.#cgroup?.wasMemoryKilled()) return 'memory';"),
  ),
  'pids-counter': mutant(
    'the counter of refused processes',
    edit(WATCH, "return this.#cgroup?.wasProcessRefused() ? 'processes' : null;", 'return null;'),
  ),
  'cpu-counter': mutant('the CPU time of the cgroup', edit(WATCH, 'this.#cgroup?.cpuSeconds() ??')),
  'only-living-boxes': mutant(
    'taking only boxes that live',
    edit(POOL, 'if (ready && this.#live.has(ready.box)) return ready;', 'if (ready) return ready;'),
  ),
  'stage-owner': mutant('the owner of the stage', edit(STAGING, 'folder.uid !== 0 ||')),
  'stage-mode': mutant('the mode of the stage', edit(STAGING, '|| (folder.mode & 0o022) !== 0')),
  'stage-link': mutant('a stage that is no link', edit(STAGING, '!folder.isDirectory() ||')),
} as const satisfies Record<string, Mutant>;
export type MutantId = keyof typeof MUTANTS;

/** Changes that only prepare an attack: what nobody can do from outside, done to the source. */
export const AIDS = {
  'judge-gives-too-much': mutant(
    'a judge within its bounds',
    edit(GRADER, "outcome: 'graded',\n  };", "outcome: 'graded', fraction: 1.5,\n  };"),
  ),
  'score-box-for-a-moment': mutant(
    'time for the score box',
    edit(
      RUN,
      'const SCORE_LIMITS: BoxLimits = {',
      'const SCORE_LIMITS: BoxLimits = { memoryMib: 1024, cpuSeconds: 0.3, wallSeconds: 30 } as never; const _UNUSED: BoxLimits = {',
    ),
  ),
  'stage-in-tmp': mutant(
    'the place of the stage',
    edit(
      STAGING,
      "const STAGE = '/var/tmp/derin-box';",
      "const STAGE = `${process.env['TMPDIR'] ?? '/tmp'}/derin-stage-${process.pid}-${new URL(import.meta.url).searchParams.get('variant')}`;",
    ),
  ),
  'filter-cut': mutant(
    'the rest of the filter',
    edit(
      BOX,
      '?.end(seccompProgram(machine.arch, without));',
      '?.end(seccompProgram(machine.arch, without).subarray(0, 101));',
    ),
  ),
  'filter-empty': mutant(
    'the filter given to bwrap',
    edit(BOX, '?.end(seccompProgram(machine.arch, without));', '?.end();'),
  ),
} as const satisfies Record<string, Mutant>;
export type AidId = keyof typeof AIDS;
