import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Variant } from '../variant.ts';

/** Where a variant with `stage-in-tmp` puts what boxes may not reach in place. */
export const stageOf = ({ id }: Variant): string => path.join(tmpdir(), `derin-stage-${process.pid}-${id}`);

/** Has a file of root staged in a folder that `spoil` made, or spoiled; what came of it. */
export async function stageInto(variant: Variant, spoil: (stage: string) => void): Promise<string> {
  const { reachableByAll } = await variant.load<typeof import('#graders/sandbox/staging.ts')>(
    'graders/sandbox/staging.ts',
  );
  const stage = stageOf(variant);
  const home = `${stage}-home`;
  mkdirSync(home, { mode: 0o700 });
  const file = path.join(home, 'program');
  writeFileSync(file, 'program');
  chmodSync(file, 0o644);
  spoil(stage);
  try {
    const [bind] = reachableByAll([{ from: file, to: '/lib/program' }]);
    return existsSync(bind!.from) ? 'staged' : 'lost';
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  } finally {
    [stage, home, `${stage}-theirs`].forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  }
}
