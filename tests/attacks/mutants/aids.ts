import { edit, mutant, type Mutant } from './edit.ts';

const BOX = 'graders/sandbox/box.ts';
const STAGING = 'graders/sandbox/staging.ts';
const GRADER = 'graders/host/grader.ts';
const RUN = 'graders/host/run-seed.ts';

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
