import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINES } from '#graders/engines/engines.ts';
import type { Engine, EngineParts } from '#graders/engines/engine.ts';
import { ENGINE_FOLDER } from '#graders/protocol/engine-folder.ts';
import type { Bind } from '#graders/sandbox/bind.ts';
import { FALLBACK_ENGINE, type EngineId } from '#lib/core/engines.ts';

/**
 * What a box must see: each file's path on this machine and inside the box; `train` and `score` are paths inside the box. Only the
 * fallback has the program that scores.
 */
export type Bundle = { folder: string; train: string; score: string; files: Bind[]; parts: EngineParts };

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'graders/.build');
const SOURCES = ['graders/box', 'graders/engines', 'graders/protocol', 'lib/core/assignments'];
const SINGLES = ['lib/core/rng.ts', 'package-lock.json'];
/** What the programs import as the engine; an engine's own module takes its place. */
const DEFAULT_START = '#graders/engines/wasm/start.ts';

/** An engine that this machine cannot use: its message says what is missing. */
export class EngineMissing extends Error {}

/**
 * Builds the programs of the boxes for an engine once per change of their sources, each into one file, and says where everything is.
 * Safe when two processes call it at once: each builds in a folder of its own, the first rename wins.
 */
export async function ensureBundle(id: EngineId = FALLBACK_ENGINE): Promise<Bundle> {
  const located = ENGINES[id].locate();
  if (!located.ok) throw new EngineMissing(located.why);
  const folder = join(OUT, await sourcesHash(), id);
  const names = id === FALLBACK_ENGINE ? ['train', 'score'] : ['train'];
  if (!existsSync(folder)) await build(folder, ENGINES[id], names);
  const programs = names.map((name) => ({ from: join(folder, `${name}.cjs`), to: `/lib/${name}.cjs` }));
  const { parts } = located;
  const own = parts.files.map((file) => ({
    from: realpathSync(file),
    to: `${ENGINE_FOLDER}/${basename(file)}`,
  }));
  const files = [...programs, ...own, ...parts.libraries];
  return { folder, train: '/lib/train.cjs', score: '/lib/score.cjs', files, parts };
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  const lists = await Promise.all(SOURCES.map(listSources));
  for (const path of [...lists.flat(), ...SINGLES].toSorted()) {
    hash
      .update(path)
      .update('\0')
      .update(await readFile(join(ROOT, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function listSources(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { recursive: true });
  return entries
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
}

async function build(folder: string, { module, form }: Engine, names: string[]): Promise<void> {
  const { build: esbuild } = await import('esbuild');
  const own = `${folder}.${process.pid}`;
  await mkdir(own, { recursive: true });
  const entryPoints = names.map((name) => ({
    in: join(ROOT, `graders/box/${name}.ts`),
    out: name,
  }));
  await esbuild({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: own,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    // One form for all packages, so that they share one core.
    mainFields: form === 'module' ? ['module', 'main'] : ['main'],
    alias: {
      // A box has no WebGL; the package is half of tfjs.
      '@tensorflow/tfjs-backend-webgl': join(ROOT, 'graders/box/no-webgl.ts'),
      [DEFAULT_START]: join(ROOT, module),
    },
    logLevel: 'error',
  });
  await rename(own, folder).catch(async (error: unknown) => {
    await rm(own, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
  await removeOlder(dirname(folder));
}

/** Keeps the three latest builds: a running host may still start boxes from the one before. */
async function removeOlder(current: string): Promise<void> {
  const { stat } = await import('node:fs/promises');
  const names = (await readdir(OUT)).filter(
    (name) => /^[0-9a-f]{16}$/.test(name) && join(OUT, name) !== current,
  );
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(OUT, name))).mtimeMs })),
  );
  const old = dated.toSorted((a, b) => b.at - a.at).slice(2);
  for (const { name } of old) await rm(join(OUT, name), { recursive: true, force: true });
}
