import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';
import { isRunning } from '../../processes.ts';

/** The init of a box ends when the last process in it has given its memory back, and that takes a while. */
export default hostAttack({
  to: 'be there after its end was told, by a process with much memory',
  act: async (variant, world) => {
    const box = await startScript(
      `const none = fs.openSync('/bin/node'); const options = { detached: true, stdio: [none, none, none] };
      require('node:child_process').spawn('/bin/node', ['-e', 'globalThis.kept = Buffer.alloc(400 << 20, 1); setTimeout(() => {}, 30000)'], options).unref();
      setTimeout(() => process.exit(), 1200);`,
      variant,
      world,
    );
    const pid = await box.pid();
    await box.ended;
    return isRunning(pid!) ? 'there' : 'gone';
  },
  held: /^gone$/,
  base: ['seccomp', 'cgroup', 'limit-data'],
  guard: ['waits-for-the-reaper'],
  out: /^there$/,
});
