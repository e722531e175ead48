import { assemble, type Layer, type Part } from './layers.ts';
import { ALLOWED, AUDIT_ARCH, DEADLY, MISSING, SYSCALLS, type Arch } from './syscalls.ts';

/**
 * The system call filter of a box: a classic-BPF program over `struct seccomp_data` (u32 number, u32 architecture, u64
 * instruction pointer, u64 arguments[6]). It is assembled here so that a machine needs no C compiler. What no rule names gets EPERM.
 */
const LOAD = 0x20;
const JUMP_EQUAL = 0x15;
const JUMP_AT_LEAST = 0x35;
const JUMP_ANY_BIT = 0x45;
const RETURN = 0x06;

/** SECCOMP_RET_* of linux/seccomp.h. */
export const ALLOW = 0x7fff0000;
export const KILL_PROCESS = 0x80000000;
export const refuse = (errno: number): number => 0x00050000 | errno;

export const EPERM = 1;
export const EACCES = 13;
const EINVAL = 22;
const ENOTTY = 25;
const ENOSYS = 38;

const NUMBER_AT = 0;
const ARCH_AT = 4;
/** Low word of an argument: both supported architectures are little endian. */
const argumentAt = (index: number): number => 16 + 8 * index;

/** x32 calls on x86-64 carry this bit and would slip past rules for plain numbers. */
const X32_BIT = 0x40000000;
const CLONE_THREAD = 0x10000;
/** CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const CLONE_NAMESPACES = 0x7e020080;
/** TCGETS, TIOCGWINSZ, FIONREAD, FIONBIO, FIONCLEX, FIOCLEX. */
const IOCTLS = [0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451];
/** F_DUPFD, GETFD, SETFD, GETFL, SETFL, DUPFD_CLOEXEC: no locks, leases or notices on files that all boxes share. */
const FCNTLS = [0, 1, 2, 3, 4, 1030];
/** PR_GET_DUMPABLE, SET_NAME, GET_NAME, CAPBSET_READ, SET_NO_NEW_PRIVS, GET_NO_NEW_PRIVS, SET_VMA. */
const PRCTLS = [3, 15, 16, 23, 38, 39, 0x53564d41];

type Instruction = readonly [code: number, k: number, ifTrue?: number, ifFalse?: number];

/** The program as bytes for `bwrap --seccomp`: eight bytes an instruction, little endian. */
export function seccompProgram(arch: Arch, without: readonly Layer[] = []): Buffer {
  return encode([
    ...assemble(guards(arch), without),
    [LOAD, NUMBER_AT],
    ...each(arch, ALLOWED, ALLOW),
    ...assemble(rules(arch), without),
  ]);
}

const each = (arch: Arch, names: readonly string[], verdict: number): Instruction[] =>
  names.flatMap((name): Instruction[] => {
    const number = SYSCALLS[arch][name];
    return number === undefined ? [] : equals(number, verdict);
  });

const equals = (value: number, verdict: number): Instruction[] => [
  [JUMP_EQUAL, value, 0, 1],
  [RETURN, verdict],
];

/** Numbers mean nothing before the architecture is known. */
const guards = (arch: Arch): Part<Instruction>[] => [
  [
    'calls-arch',
    [
      [LOAD, ARCH_AT],
      [JUMP_EQUAL, AUDIT_ARCH[arch], 1, 0],
      [RETURN, KILL_PROCESS],
    ],
  ],
  [
    'calls-x32',
    arch === 'x64'
      ? [
          [LOAD, NUMBER_AT],
          [JUMP_AT_LEAST, X32_BIT, 0, 1],
          [RETURN, KILL_PROCESS],
        ]
      : [],
  ],
];

function rules(arch: Arch): Part<Instruction>[] {
  const numbers = SYSCALLS[arch];
  const free = (name: string) => equals(numbers[name]!, ALLOW);
  return [
    ['calls-missing', each(arch, MISSING, refuse(ENOSYS))],
    ['calls-deadly', each(arch, DEADLY, KILL_PROCESS)],
    ['calls-clone', threadsOnly(numbers['clone']!), free('clone')],
    ['calls-ioctl', oneOf(numbers['ioctl']!, argumentAt(1), IOCTLS, ENOTTY), free('ioctl')],
    ['calls-fcntl', oneOf(numbers['fcntl']!, argumentAt(1), FCNTLS, EINVAL), free('fcntl')],
    ['calls-prctl', oneOf(numbers['prctl']!, argumentAt(0), PRCTLS, EINVAL), free('prctl')],
    // Before Linux 7.0 AF_VSOCK, the way to a hypervisor, is in no network namespace: only this refusal closes it.
    ['calls-socket', each(arch, SOCKETS, refuse(EACCES)), each(arch, SOCKETS, ALLOW)],
    ['calls-unlisted', [[RETURN, refuse(EPERM)]], [[RETURN, ALLOW]]],
  ];
}

const SOCKETS = ['socket', 'socketpair'];

/** `clone` may start threads of this process, in its own namespaces, and nothing else. */
function threadsOnly(clone: number): Instruction[] {
  return [
    [JUMP_EQUAL, clone, 0, 5],
    [LOAD, argumentAt(0)],
    [JUMP_ANY_BIT, CLONE_NAMESPACES, 2, 0],
    [JUMP_ANY_BIT, CLONE_THREAD, 0, 1],
    [RETURN, ALLOW],
    [RETURN, refuse(EPERM)],
  ];
}

/** A call that is fine with some values of one argument; others get `errno`. */
function oneOf(number: number, at: number, values: readonly number[], errno: number): Instruction[] {
  const allowed = values.flatMap((value) => equals(value, ALLOW));
  return [[JUMP_EQUAL, number, 0, allowed.length + 2], [LOAD, at], ...allowed, [RETURN, refuse(errno)]];
}

function encode(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, k, ifTrue = 0, ifFalse = 0], i) => {
    bytes.writeUInt16LE(code, i * 8);
    bytes.writeUInt8(ifTrue, i * 8 + 2);
    bytes.writeUInt8(ifFalse, i * 8 + 3);
    bytes.writeUInt32LE(k >>> 0, i * 8 + 4);
  });
  return bytes;
}
