import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'learn where in the cgroups of the host it is',
  script: String.raw`say(fs.readFileSync('/proc/self/cgroup', 'utf8').includes('derin-'))`,
  held: /^false$/,
  base: ['proc'],
  guard: ['cgroupns'],
  out: /^true$/,
});
