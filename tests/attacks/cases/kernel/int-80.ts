import { nativeAttack } from '../../attack.ts';

/** DMOJ, sandbox_nasm_kill_judge: number 20 is `getpid` there, and one of the allowed numbers here. */
export default nativeAttack({
  to: 'call the kernel as a 32-bit program',
  calls: [{ call: { number: 20 }, via: 'int80' }],
  held: /^ended SIGSYS$/,
  guard: ['calls-arch'],
  out: /^\d+$/,
});
