import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';
import { processesNamed } from '../../processes.ts';

/** Started by a box without the filter, and left behind when its program ends. */
export default hostAttack({
  to: 'leave a process behind',
  act: async (variant, world) => {
    const name = `left-by-${variant.id}`;
    const box = await startScript(
      `const none = fs.openSync('/bin/node'); const options = { detached: true, stdio: [none, none, none] };
      require('node:child_process').spawn('/bin/node', ['-e', 'setTimeout(() => {}, 30000)', '${name}'], options).unref();
      setTimeout(() => process.exit(), 100);`,
      variant,
      world,
    );
    await box.ended;
    const left = processesNamed(name);
    left.forEach((pid) => process.kill(pid, 'SIGKILL'));
    return left.length > 0 ? 'left' : 'gone';
  },
  held: /^gone$/,
  base: ['seccomp'],
  guard: ['pid'],
  out: /^left$/,
});
