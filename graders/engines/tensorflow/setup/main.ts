import { parseArgs } from 'node:util';
import { setup } from './setup.ts';
import { SetupError } from './tools.ts';

/** `npm run engine:tensorflow [-- --gpu]` */
try {
  const { values } = parseArgs({ options: { gpu: { type: 'boolean', default: false } } });
  setup(values.gpu ? 'tensorflow-gpu' : 'tensorflow');
} catch (error) {
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !(error instanceof SetupError)) throw error;
  process.stderr.write(`${(error as Error).message} No engine was changed.\n`);
  process.exitCode = isUsage ? 2 : 1;
}
