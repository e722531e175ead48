import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';

/** Some systems install bwrap with the rights of root: it must not get them. A script in its place tells what it would have had. */
export default hostAttack({
  to: 'have bwrap run with more rights than its user has',
  act: async (variant, world) => {
    const bwrap = path.join(world.bait.folder, `bwrap-${variant.id}`);
    writeFileSync(bwrap, '#!/bin/bash\ngrep NoNewPrivs /proc/self/status\n', { mode: 0o755 });
    const box = await startScript('', variant, world, { bwrap });
    return (await box.ended).output.trim();
  },
  held: /^NoNewPrivs:\s1$/,
  guard: ['no-new-privs'],
  out: /^NoNewPrivs:\s0$/,
});
