import { config } from '#lib/config/config.ts';
import { announce } from './supervisor/announce.ts';
import { buildOnce } from './supervisor/build.ts';
import { Child } from './supervisor/child.ts';
import { prepareData } from './supervisor/prepare.ts';
import { requireFreePort } from './supervisor/port.ts';
import { Refusal } from './supervisor/refusal.ts';

/**
 * `npm start` after set-up: prepares the data folder, builds when the source changed, then runs web and worker (the grader host
 * is the worker's child), restarts what dies, and stops all of it on SIGTERM or SIGINT. `--dev` serves with hot reload.
 */
const development = process.argv.includes('--dev');

async function main(): Promise<void> {
  const began = performance.now();
  const settings = readConfig();
  await requireFreePort(settings.host, settings.port);
  const { secrets, accounts } = await prepareData(settings);
  if (!development) await buildOnce();

  const env = {
    NODE_ENV: development ? 'development' : 'production',
    NEXTAUTH_SECRET: secrets.session,
    NEXTAUTH_URL: settings.url,
    DERIN_DATA: settings.dataFolder,
  };
  const web = new Child('web', webCommand(settings), env);
  const worker = new Child('worker', ['--conditions=react-server', '--disable-warning=ExperimentalWarning', 'lib/cli/worker.ts'], env);
  stopOnSignal([web, worker]);
  web.start();
  worker.start();
  await announce(settings, accounts, began);
}

function readConfig() {
  try {
    return config();
  } catch (error) {
    throw new Refusal(`The environment is not usable: ${(error as Error).message}`);
  }
}

const webCommand = ({ host, port }: { host: string; port: number }) => [
  'node_modules/next/dist/bin/next',
  development ? 'dev' : 'start',
  '--hostname',
  host,
  '--port',
  String(port),
];

function stopOnSignal(children: Child[]): void {
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
