import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { hostAttack } from '../../attack.ts';

export default hostAttack({
  to: 'fill the machine with cgroups of hosts that were killed',
  act: async (variant) => {
    const root = existsSync('/sys/fs/cgroup/memory') ? '/sys/fs/cgroup/memory' : '/sys/fs/cgroup';
    const folder = `${root}/derin-${spawnSync('true').pid}-${variant.id}`;
    const { openCgroups } =
      await variant.load<typeof import('#graders/sandbox/cgroup.ts')>('graders/sandbox/cgroup.ts');
    // At once: others that run now sweep as well.
    mkdirSync(folder);
    openCgroups();
    if (!existsSync(folder)) return 'swept';
    rmdirSync(folder);
    return 'left';
  },
  held: /^swept$/,
  guard: ['cgroup-sweep'],
  out: /^left$/,
});
