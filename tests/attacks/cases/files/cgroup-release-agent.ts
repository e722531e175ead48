import { boxAttack } from '../../attack.ts';

/** release_agent of cgroup v1 is a way out of containers. */
export default boxAttack({
  to: 'find the cgroup tree of the host',
  script: String.raw`say(fs.readdirSync('/sys/fs/cgroup').length)`,
  held: /^ENOENT$/,
  guard: ['root'],
  out: /^\d+$/,
});
