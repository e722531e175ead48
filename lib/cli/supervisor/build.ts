import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Refusal } from './refusal.ts';

const STAMP = '.next/derin-source';
const SOURCES = ['app/**/*.*', 'lib/**/*.*', 'drizzle/schema/*.ts', 'graders/{protocol,host}/*.ts', 'proxy.ts', 'next.config.mjs', 'package-lock.json', 'package.json', 'tsconfig.json'];

/** Builds the web application once per state of its source. */
export async function buildOnce(): Promise<void> {
  const hash = sourceHash();
  if (existsSync(STAMP) && existsSync('.next/BUILD_ID') && readFileSync(STAMP, 'utf8') === hash) return;
  process.stderr.write('Building the web application (about half a minute) …\n');
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } });
  if (built.status !== 0) {
    process.stderr.write(`${built.stdout}\n${built.stderr}\n`);
    throw new Refusal('The web application could not be built; the lines above say why.');
  }
  writeFileSync(STAMP, hash);
}

function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync(SOURCES).toSorted()) {
    if (/\.test\.tsx?$/.test(file) || !statSync(file).isFile()) continue;
    hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}
