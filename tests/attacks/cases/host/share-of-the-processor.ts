import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';
import { cgroupsOf } from '../../cgroups.ts';

/** Half of what any other group has: the web server comes first. 1024 and 100 are what the kernel gives. */
export default hostAttack({
  to: 'take as much of the processor as the web server',
  act: async (variant, world) => {
    const box = await startScript('setTimeout(() => {}, 9000)', variant, world);
    const shares = cgroupsOf(await box.pid()).flatMap((group) => group.cpuShare() ?? []);
    await box.kill();
    return shares.join();
  },
  held: /^(512|50)$/,
  guard: ['cgroup-share'],
  out: /^(1024|100)$/,
});
