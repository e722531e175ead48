import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ENGINE_CHOICES } from '#lib/core/engines.ts';
import { TERM } from '#lib/core/term.ts';
import { BENCHES } from '#tests/bench/registry.ts';
import { answerRefusal, CommandError, refuse } from './output.ts';

/**
 * The command line: thin shells over services, each loaded when it is asked for. Exit code 0 done, 1 refused or failed, 2 wrong usage.
 */
const program = new Command('derin')
  .description('Derin on the command line')
  .exitOverride()
  .showHelpAfterError();
program.configureOutput({ outputError: () => {} });
const json = () => new Option('--json', 'one JSON document on standard output').default(false);
const seed = (fallback: number | null) =>
  new Option('--seed <n>', 'seed').argParser(integer).default(fallback);
const lang = () => new Option('--lang <lang>', 'language').choices(['tr', 'en']).default('tr');

const bankCommands = () => import('./commands/bank.ts');
const questionCommands = () => import('./commands/question.ts');
const gradeCommands = () => import('./commands/grade.ts');
const assignmentCommands = () => import('./commands/assignment.ts');
const userCommands = () => import('./commands/user.ts');

program
  .command('doctor')
  .description('prove isolation, list engines')
  .addOption(json())
  .action(async (o) => finish((await gradeCommands()).doctorCommand(o)));
program
  .command('grade <assignment> <file>')
  .description('train a file in the boxes and measure it on hidden data')
  .addOption(seed(null))
  .addOption(new Option('--seeds <k>', 'number of runs, 1 to 8').argParser(upTo(8)).default(null))
  .addOption(new Option('--engine <engine>', 'engine').choices(ENGINE_CHOICES).default('auto'))
  .option('--plain', 'train without acceleration', false)
  .addOption(new Option('--term <term>', 'term of the course whose hidden data measure').default(TERM))
  .addOption(lang())
  .addOption(json())
  .action(async (id, file, o) => finish((await gradeCommands()).gradeCommand(id, file, o)));

const assignment = program.command('assignment').description('coding assignments');
const seeds = (fallback: number) =>
  new Option('--seeds <n>', 'trainings of each submission, 2 to 40').argParser(upTo(40)).default(fallback);
assignment
  .command('check [id]')
  .description('train every reference and wrong submission and hold them to the rule of the bank')
  .addOption(seeds(3))
  .addOption(json())
  .action(async (id, o) => finish((await assignmentCommands()).assignmentCheck(id ?? null, o)));
assignment
  .command('calibrate <id>')
  .description('measure the spread of the metric, recommend a band, store both')
  .addOption(seeds(10))
  .addOption(json())
  .action(async (id, o) => finish((await assignmentCommands()).assignmentCalibrate(id, o)));
assignment
  .command('copy <from> <to>')
  .description('start an assignment of your own from another')
  .addOption(json())
  .action(async (from, to, o) => finish((await assignmentCommands()).assignmentCopy(from, to, o)));

const bank = program.command('bank').description('the question bank');
bank
  .command('check')
  .description('read and check everything')
  .addOption(json())
  .action(async (o) => finish((await bankCommands()).bankCheck(o)));
bank
  .command('lock')
  .description('add new questions and versions to the published lock')
  .addOption(json())
  .action(async (o) => finish((await bankCommands()).bankLock(o)));

program
  .command('variant <question>')
  .description('show what a student would see')
  .addOption(seed(1))
  .addOption(lang())
  .option('--with-key', 'show the key', false)
  .addOption(json())
  .action(async (id, o) => finish((await questionCommands()).variantCommand(id, o)));
program
  .command('answer <question>')
  .description('score an answer')
  .addOption(seed(1))
  .addOption(lang())
  .requiredOption('--answer <json>', 'the answer')
  .addOption(json())
  .action(async (id, o) => finish((await questionCommands()).answerCommand(id, o.answer, o)));
program
  .command('paper <blueprint>')
  .description('show the questions of a paper')
  .addOption(seed(1))
  .addOption(new Option('--student <id>', 'prefer what this student has met least').default(null))
  .addOption(json())
  .action(async (id, o) => finish((await import('./commands/paper.ts')).paperCommand(id, o)));

const receipt = program.command('receipt').description('signed proofs of saves');
receipt
  .command('verify <file>')
  .description('tell whether receipts are genuine and what they prove is still there')
  .addOption(json())
  .action(async (file, o) => finish((await import('./commands/receipt.ts')).receiptVerify(file, o)));

const user = program.command('user').description('accounts');
user
  .command('add')
  .description('make an account with a random password')
  .requiredOption('--email <email>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices(['student', 'instructor', 'admin']).default('student'))
  .addOption(lang())
  .addOption(json())
  .action(async (o) => finish((await userCommands()).userAdd(o)));
user
  .command('reset-password <email>')
  .description('give an account a new random password')
  .addOption(json())
  .action(async (email, o) => finish((await userCommands()).userResetPassword(email, o.json)));

program
  .command('bench')
  .description('measure the product beside a baseline of the same run')
  .addArgument(new Argument('<name>', 'what to measure').choices(Object.keys(BENCHES)))
  .addOption(
    new Option('--rounds <n>', 'how often each side is measured').argParser(upTo(1000)).default(null),
  )
  .addOption(json())
  .action(async (name, o) => finish((await import('./commands/bench.ts')).benchCommand(name, o)));

function integer(text: string): number {
  if (!/^-?\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function upTo(max: number) {
  return (text: string): number => {
    const value = integer(text);
    if (value < 1 || value > max) throw new InvalidArgumentError(`a whole number from 1 to ${max} is needed`);
    return value;
  };
}

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}

/** Null: nothing went wrong, help was asked for. */
function refusalOf(error: unknown): CommandError | null {
  if (error instanceof CommandError) return error;
  if (!(error instanceof CommanderError))
    return refuse('cli.failed', { problem: error instanceof Error ? error.message : String(error) });
  if (error.exitCode === 0) return null;
  const isCommandMissing = error.code === 'commander.help';
  return refuse(
    'cli.usage',
    { problem: isCommandMissing ? 'no command' : error.message.replace(/^error: /, '') },
    2,
  );
}

try {
  await program.parseAsync();
} catch (error) {
  const refusal = refusalOf(error);
  process.exitCode = refusal?.exitCode ?? 0;
  // Arguments that cannot be read tell nothing of --json, so it is looked for.
  if (refusal) answerRefusal(process.argv.includes('--json'), refusal.failure);
}
