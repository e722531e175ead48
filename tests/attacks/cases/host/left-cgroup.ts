import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';
import { cgroupsOf } from '../../cgroups.ts';

export default hostAttack({
  to: 'leave its cgroup behind',
  act: async (variant, world) => {
    const box = await startScript('setTimeout(() => {}, 9000)', variant, world);
    const groups = cgroupsOf(await box.pid());
    await box.kill();
    const left = groups.filter((group) => group.remains());
    left.forEach((group) => group.remove());
    return `${groups.length > 0 ? 'had' : 'had none'}, ${left.length > 0 ? 'left' : 'gone'}`;
  },
  held: /^had, gone$/,
  guard: ['cgroup-removal', 'cgroup'],
  out: /^had none/,
});
