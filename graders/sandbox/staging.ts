import { chmodSync, copyFileSync, linkSync, lstatSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Bind } from './bind.ts';

/**
 * A box drops to a user id of its own before bwrap opens the files to bind, so an installation below `/root` (mode 700) would be
 * out of its reach. Such files get a second name, or a copy, in a folder everyone may search and only root may change.
 */
const STAGE = '/var/tmp/derin-box';

/** The same binds with every `from` readable by any user. Needs root. */
export const reachableByAll = (binds: Bind[]): Bind[] =>
  binds.map((bind) => (isReadableByAll(bind.from) ? bind : { ...bind, from: stage(bind.from) }));

export function isReadableByAll(file: string): boolean {
  if ((statSync(file).mode & 0o004) === 0) return false;
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function stage(file: string): string {
  mkdirSync(STAGE, { recursive: true, mode: 0o755 });
  const folder = lstatSync(STAGE);
  if (!folder.isDirectory() || folder.uid !== 0 || (folder.mode & 0o022) !== 0) {
    throw new Error(`${STAGE} must be a folder of root that nobody else may write: remove it`);
  }
  const { size, mtimeMs, mode } = statSync(file);
  const name = createHash('sha256').update(`${file}\0${size}\0${mtimeMs}`).digest('hex').slice(0, 24);
  const target = path.join(STAGE, `${name}-${path.basename(file)}`);
  if (exists(target)) return target;
  const draft = `${target}.${process.pid}`;
  linkOrCopy(file, draft, (mode & 0o004) !== 0);
  renameSync(draft, target);
  return target;
}

/** A link costs nothing but shares the mode, so it is only for files that are readable by all already. */
function linkOrCopy(from: string, to: string, isReadable: boolean): void {
  try {
    if (!isReadable) throw new Error('needs another mode');
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    chmodSync(to, 0o755);
  }
}

function exists(file: string): boolean {
  try {
    return lstatSync(file).isFile();
  } catch {
    return false;
  }
}
