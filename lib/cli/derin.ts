import { Command, InvalidArgumentError, Option } from 'commander';
import { TERM } from '#lib/core/term.ts';
import { bankCheck, bankLock } from './commands/bank.ts';
import { doctorCommand, gradeCommand } from './commands/grade.ts';
import { answerCommand, paperCommand, variantCommand } from './commands/question.ts';
import { userAdd, userResetPassword } from './commands/user.ts';
import { CommandError } from './output.ts';

/** The command line: thin shells over services. Exit code 0 done, 1 refused or failed, 2 wrong usage. */
const program = new Command('derin').description('Derin on the command line').exitOverride().showHelpAfterError();
const json = () => new Option('--json', 'one JSON document on standard output').default(false);
const seed = (fallback: number | null) => new Option('--seed <n>', 'seed').argParser(integer).default(fallback);
const lang = () => new Option('--lang <lang>', 'language').choices(['tr', 'en']).default('tr');

command(program, 'doctor', 'prove isolation, list engines', (o) => doctorCommand(o));
const bank = program.command('bank').description('the question bank');
command(bank, 'check', 'read and check everything', (o) => bankCheck(o));
command(bank, 'lock', 'add new questions and versions to the published lock', (o) => bankLock(o));
program.command('variant <question>').addOption(seed(1)).addOption(lang()).option('--with-key', 'show the key', false).addOption(json()).action((id, o) => finish(variantCommand(id, o)));
program.command('answer <question>').addOption(seed(1)).addOption(lang()).requiredOption('--answer <json>', 'the answer').addOption(json()).action((id, o) => finish(answerCommand(id, o.answer, o)));
program.command('paper <blueprint>').addOption(seed(1)).addOption(json()).action((id, o) => finish(paperCommand(id, o)));
program
  .command('grade <assignment> <file>')
  .addOption(seed(null))
  .addOption(new Option('--seeds <k>', 'number of seeds').argParser(integer).default(null))
  .addOption(new Option('--engine <engine>', 'engine').choices(['auto', 'wasm']).default('auto'))
  .addOption(new Option('--term <term>', 'term of the course whose hidden data measure').default(TERM))
  .addOption(json())
  .action((id, file, o) => finish(gradeCommand(id, file, o)));
const user = program.command('user').description('accounts');
user
  .command('add')
  .requiredOption('--email <email>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices(['student', 'instructor', 'admin']).default('student'))
  .addOption(lang())
  .addOption(json())
  .action((o) => finish(userAdd(o)));
user.command('reset-password <email>').addOption(json()).action((email, o) => finish(userResetPassword(email, o.json)));

function command(parent: Command, name: string, about: string, run: (options: { json: boolean }) => Promise<number>): void {
  parent.command(name).description(about).addOption(json()).action((o) => finish(run(o)));
}

function integer(text: string): number {
  if (!/^-?\d{1,10}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
  if (error instanceof CommandError) process.stderr.write(`${error.message}\n`);
  else if (!isUsage(error)) process.stderr.write(`${(error as Error).message}\n`);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommandError) return error.exitCode;
  if (!isUsage(error)) return 1;
  return error.code === 'commander.helpDisplayed' || error.code === 'commander.version' ? 0 : 2;
}

function isUsage(error: unknown): error is { code: string } {
  return typeof error === 'object' && error !== null && String((error as { code?: unknown }).code).startsWith('commander.');
}
