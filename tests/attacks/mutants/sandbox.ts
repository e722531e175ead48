import { edit, mutant, type Mutant } from './edit.ts';

const FRAMES = 'graders/sandbox/frame-reader.ts';
const WATCH = 'graders/sandbox/supervision.ts';
const BOX = 'graders/sandbox/box.ts';
const CGROUP = 'graders/sandbox/cgroup.ts';
const PROFILE = 'graders/sandbox/profile.ts';
const STAGING = 'graders/sandbox/staging.ts';

/** Checks of the supervisor of boxes. */
export const SANDBOX_MUTANTS = {
  'shared-readonly': mutant(
    'showing files read-only',
    edit(PROFILE, "['--ro-bind', from, to]", "['--bind', from, to]"),
  ),
  'launcher-environment': mutant(
    'an environment of its own',
    edit(BOX, 'env: ENVIRONMENT,', 'env: process.env,'),
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
  'frame-copied': mutant(
    'copying the bytes of a frame',
    edit(
      FRAMES,
      'this.#length = length;',
      'this.#length = length; ((this as never as { parts: Buffer[] }).parts ??= []).push(part);',
    ),
  ),
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
  'begin-tightens': mutant('the lower limits of a job', edit(BOX, 'await this.#tighten(pid, limits);')),
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
  'stage-owner': mutant('the owner of the stage', edit(STAGING, 'folder.uid !== 0 ||')),
  'stage-mode': mutant('the mode of the stage', edit(STAGING, '|| (folder.mode & 0o022) !== 0')),
  'stage-link': mutant('a stage that is no link', edit(STAGING, '!folder.isDirectory() ||')),
} as const satisfies Record<string, Mutant>;
