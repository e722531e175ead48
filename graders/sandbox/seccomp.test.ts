import { expect, test } from 'vitest';
import { LAYERS } from './layers.ts';
import { ALLOW, EACCES, EPERM, KILL_PROCESS, refuse, seccompProgram } from './seccomp.ts';
import { AUDIT_ARCH, SYSCALLS, type Arch } from './syscalls.ts';
import { emulate } from './testing/emulator.ts';

const ENOSYS = 38;
const THREAD = 0x3d0f00; // what glibc passes to clone for pthread_create
const FORK = 0x1200011;
const VFORK = 0x4111;

const verdict = (arch: Arch, name: string, args: number[] = []): number =>
  emulate(seccompProgram(arch), { number: SYSCALLS[arch][name]!, arch: AUDIT_ARCH[arch], args });

const CASES: [guarantee: string, name: string, args: number[], expected: number][] = [
  ['reads', 'read', [0], ALLOW],
  ['starts the program bwrap was asked to start', 'execve', [], ALLOW],
  ['starts threads', 'clone', [THREAD], ALLOW],
  ['forks nothing', 'clone', [FORK], refuse(EPERM)],
  ['vforks nothing', 'clone', [VFORK], refuse(EPERM)],
  ['opens no namespace in a thread', 'clone', [0x10010000], refuse(EPERM)],
  ['sends clone3 users back to clone', 'clone3', [], refuse(ENOSYS)],
  ['has no io_uring', 'io_uring_setup', [], refuse(ENOSYS)],
  ['opens no internet socket', 'socket', [2, 1, 0], refuse(EACCES)],
  ['opens no AF_VSOCK socket', 'socket', [40, 1, 0], refuse(EACCES)],
  ['makes no socket pair', 'socketpair', [1, 1, 0], refuse(EACCES)],
  ['sets a descriptor non-blocking', 'ioctl', [3, 0x5421], ALLOW],
  ['types nothing into a terminal (TIOCSTI)', 'ioctl', [0, 0x5412], refuse(25)],
  ['duplicates a descriptor', 'fcntl', [3, 1030], ALLOW],
  ['locks no shared file (F_SETLK)', 'fcntl', [3, 6], refuse(22)],
  ['takes no lease (F_SETLEASE)', 'fcntl', [3, 1024], refuse(22)],
  ['names a thread', 'prctl', [15], ALLOW],
  ['installs no filter by prctl', 'prctl', [22], refuse(22)],
  ['signals no other process', 'kill', [1, 9], refuse(EPERM)],
  ['makes no anonymous executable file', 'memfd_create', [], refuse(EPERM)],
  ['locks no shared inode', 'flock', [], refuse(EPERM)],
  ['traces nothing', 'ptrace', [], KILL_PROCESS],
  ['mounts nothing', 'mount', [], KILL_PROCESS],
  ['reaches no key ring', 'keyctl', [], KILL_PROCESS],
  ['loads no bpf', 'bpf', [], KILL_PROCESS],
];

for (const arch of ['x64', 'arm64'] as const) {
  test.each(CASES)(`a box on ${arch} %s`, (_guarantee, name, args, expected) => {
    expect(SYSCALLS[arch][name], name).toBeTypeOf('number');
    expect(verdict(arch, name, args)).toBe(expected);
  });
}

test('a call of another architecture kills the process', () => {
  const i386 = 0x40000003;
  expect(emulate(seccompProgram('x64'), { number: 4, arch: i386 })).toBe(KILL_PROCESS);
  expect(emulate(seccompProgram('arm64'), { number: 64, arch: AUDIT_ARCH.x64 })).toBe(KILL_PROCESS);
});

test('an x32 call kills the process', () => {
  expect(emulate(seccompProgram('x64'), { number: 0x40000000, arch: AUDIT_ARCH.x64 })).toBe(KILL_PROCESS);
});

test('a call nobody listed is refused, not allowed', () => {
  for (let number = 450; number < 600; number++) {
    expect(emulate(seccompProgram('x64'), { number, arch: AUDIT_ARCH.x64 })).toBe(refuse(EPERM));
  }
});

test('fork and vfork by their own numbers are refused', () => {
  expect(verdict('x64', 'fork')).toBe(refuse(EPERM));
  expect(verdict('x64', 'vfork')).toBe(refuse(EPERM));
});

const GROUPS = LAYERS.filter((layer) => layer.startsWith('calls-'));
test.each(GROUPS)('without %s the program still ends in a verdict for every call', (layer) => {
  for (const arch of ['x64', 'arm64'] as const) {
    const program = seccompProgram(arch, [layer]);
    for (let number = 0; number < 600; number++) {
      expect(emulate(program, { number, arch: AUDIT_ARCH[arch] })).toBeTypeOf('number');
    }
  }
});

test('the program fits the kernel limit of 4096 instructions and its jumps fit a byte', () => {
  for (const arch of ['x64', 'arm64'] as const) expect(seccompProgram(arch).length / 8).toBeLessThan(4096);
});
