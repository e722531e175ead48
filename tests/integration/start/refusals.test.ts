import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Starts that cannot go on, at the real entry points: one sentence that says what to do, exit code 1, no stack trace, nothing served. */
vi.setConfig({ testTimeout: 30_000 });
let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'derin-start-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const SUPERVISOR = [
  '--conditions=react-server',
  '--disable-warning=ExperimentalWarning',
  'lib/cli/supervisor.ts',
];

async function start(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += String(text)));
  child.stderr.on('data', (text: Buffer) => (stderr += String(text)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

async function expectSentence(started: ReturnType<typeof start>, ...parts: string[]): Promise<void> {
  const { code, stdout, stderr } = await started;
  expect([code, stdout]).toEqual([1, '']);
  for (const part of parts) expect(stderr).toContain(part);
  expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d/m);
}

/** A port nobody else has: taken by this test until it is let go. */
async function takePort(): Promise<{ port: number; release: () => void }> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { port: (server.address() as net.AddressInfo).port, release: () => void server.close() };
}

/** Starts the supervisor on a free port; what is wrong with the data folder is found before anything is built or served. */
async function startOn(data: string) {
  const { port, release } = await takePort();
  release();
  return start(SUPERVISOR, { PORT: String(port), DERIN_DATA: data });
}

test('a taken port names itself and another one, and the data folder is not touched', async () => {
  const { port, release } = await takePort();
  const data = path.join(folder, 'data');
  await expectSentence(
    start(SUPERVISOR, { PORT: String(port), HOST: '127.0.0.1', DERIN_DATA: data }),
    `Port ${port} on 127.0.0.1 is taken`,
    `PORT=${port + 1} npm start`,
  );
  release();
  expect(existsSync(data)).toBe(false);
});

test('a data folder that cannot be made is named, with the two ways out', async () => {
  const data = path.join(folder, 'file', 'data');
  writeFileSync(path.join(folder, 'file'), '');
  await expectSentence(
    startOn(data),
    `The data folder ${data} cannot be written`,
    'DERIN_DATA=<folder> npm start',
  );
});

test.skipIf(process.getuid?.() === 0)(
  'so is one that belongs to somebody else (the superuser may write everywhere)',
  async () => {
    chmodSync(folder, 0o500);
    await expectSentence(startOn(folder), `The data folder ${folder} cannot be written`);
    chmodSync(folder, 0o700);
  },
);

test('a damaged database is reported and left as it is', async () => {
  const damaged = Buffer.alloc(8192, 'x');
  writeFileSync(path.join(folder, 'derin.db'), damaged);
  await expectSentence(
    startOn(folder),
    `The database in ${folder} could not be brought up to date (file is not a database)`,
    'restore a backup',
  );
  expect(readFileSync(path.join(folder, 'derin.db'))).toEqual(damaged);
});

test('a migration that fails says why without its SQL, and loses no row', async () => {
  const file = path.join(folder, 'derin.db');
  const before = new Sqlite(file);
  before.exec("create table users (id text); insert into users values ('usr_old')");
  before.close();
  await expectSentence(startOn(folder), '(table `users` already exists)', 'Nothing was changed');
  const after = new Sqlite(file);
  expect(after.prepare("select count(*) n from sqlite_master where name like 'courses%'").get()).toEqual({
    n: 0,
  });
  expect(after.prepare('select id from users').all()).toEqual([{ id: 'usr_old' }]);
  after.close();
});

test('damaged secrets are never replaced', async () => {
  writeFileSync(path.join(folder, 'secrets.json'), '{}');
  await expectSentence(startOn(folder), 'secrets.json cannot be read', 'Restore the file from a backup');
  expect(readFileSync(path.join(folder, 'secrets.json'), 'utf8')).toBe('{}');
});

test.each([
  ['a port that is none', { PORT: 'x' }, 'PORT: must be a number'],
  ['a port out of range', { PORT: '70000' }, 'PORT: '],
  [
    'an address without its protocol',
    { DERIN_URL: 'derin.example.org' },
    'DERIN_URL: must be an address such as https://',
  ],
  ['a host of another machine', { HOST: '192.0.2.1' }, 'Cannot listen on 192.0.2.1:'],
])('%s', async (_, environment, part) =>
  expectSentence(start(SUPERVISOR, { DERIN_DATA: folder, ...environment } as Record<string, string>), part),
);

test.each(['start', 'test', 'derin'])('npm run %s on too old a Node', async (script) => {
  const pretend =
    "data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })";
  await expectSentence(
    start(['--import', pretend, 'lib/setup/run.cjs', script]),
    'needs Node 20 or newer; this is Node 18.19.0',
    'Install a newer Node',
  );
});

test('every npm script that starts the product goes through the check of the Node version', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const name of ['start', 'dev', 'test', 'derin'])
    expect(scripts[name]).toMatch(/^node lib\/setup\/run\.cjs /);
});
