import { nativeAttack } from '../../attack.ts';

/** System V segments have numbers, not names: anyone who knows one has it. */
export default nativeAttack({
  to: 'reach shared memory of the host',
  calls: [{ call: 'shmget', args: [0x64657269, 0, 0] }],
  held: /^ENOENT$/,
  base: ['seccomp'],
  guard: ['ipc'],
  out: /^\d+$/,
  before: [{ call: 'shmget', args: [0x64657269, 4096, 0o1666] }],
  after: [
    { call: 'shmget', args: [0x64657269, 0, 0] },
    { call: 'shmctl', args: [{ result: 0 }, 0, 0] },
  ],
});
