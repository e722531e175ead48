import { existsSync } from 'node:fs';
import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';

/** A box that is said to be over is over: its user, its pids and its cgroup are given to the next. */
export default hostAttack({
  to: 'be there after its end was told',
  act: async (variant, world) => {
    const box = await startScript('for (;;);', variant, world);
    const pid = await box.pid();
    await box.kill();
    return existsSync(`/proc/${pid}`) ? 'there' : 'gone';
  },
  held: /^gone$/,
  guard: ['kills-init'],
  out: /^there$/,
});
