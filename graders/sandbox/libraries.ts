import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Bind } from './bind.ts';

/**
 * The libraries that a program or library loads from elsewhere in the system, each at the path where the loader looks for it. `ldd`
 * prints `name => path (address)`, and for the loader `path (address)`. Throws when one is missing.
 */
export function librariesOf(file: string): Bind[] {
  const listing = execFileSync('ldd', [file], { encoding: 'utf8', timeout: 10_000 });
  const absent = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]);
  if (absent.length > 0) throw new Error(`${file} needs ${absent.join(', ')}, not installed here`);
  const own = `${dirname(realpathSync(file))}/`;
  return [...listing.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)]
    .map((match) => ({ from: realpathSync(match[1]!), to: match[1]! }))
    .filter(({ from }) => !from.startsWith(own));
}
