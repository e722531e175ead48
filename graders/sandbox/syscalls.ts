/**
 * Linux system call numbers, by architecture. x86-64 has its own old table; aarch64 uses the generic one (asm-generic/unistd.h).
 * From 424 on the two agree. A name that an architecture lacks (aarch64 has no `fork`, `open`, `poll`) is left out of its table.
 */
export type Arch = 'x64' | 'arm64';

// prettier-ignore
const SHARED = {
  io_uring_setup: 425, io_uring_enter: 426, io_uring_register: 427, open_tree: 428, move_mount: 429, fsopen: 430,
  fsconfig: 431, fsmount: 432, fspick: 433, pidfd_open: 434, clone3: 435, close_range: 436, openat2: 437, pidfd_getfd: 438,
  faccessat2: 439, process_madvise: 440, epoll_pwait2: 441, mount_setattr: 442, memfd_secret: 447,
};

// prettier-ignore
const X64: Record<string, number> = {
  ...SHARED,
  read: 0, write: 1, open: 2, close: 3, fstat: 5, poll: 7, lseek: 8, mmap: 9, mprotect: 10, munmap: 11, brk: 12,
  rt_sigaction: 13, rt_sigprocmask: 14, rt_sigreturn: 15, ioctl: 16, pread64: 17, readv: 19, writev: 20, access: 21,
  sched_yield: 24, mremap: 25, madvise: 28, shmget: 29, dup: 32, dup2: 33, nanosleep: 35, getpid: 39, socket: 41, connect: 42,
  sendmsg: 46, shutdown: 48, bind: 49, listen: 50, getsockname: 51, getpeername: 52, socketpair: 53, getsockopt: 55, clone: 56,
  fork: 57, vfork: 58, execve: 59, exit: 60, wait4: 61, kill: 62, uname: 63, msgget: 68, semget: 64, fcntl: 72, flock: 73, fsync: 74,
  getcwd: 79, mkdir: 83, readlink: 89, gettimeofday: 96, getrlimit: 97, getrusage: 98, sysinfo: 99, ptrace: 101, getuid: 102,
  getgid: 104, setuid: 105, geteuid: 107, getegid: 108, getppid: 110, capget: 125, sigaltstack: 131, personality: 135,
  sched_getparam: 143, sched_setscheduler: 144, sched_getscheduler: 145, sched_get_priority_max: 146,
  sched_get_priority_min: 147, pivot_root: 155, prctl: 157, arch_prctl: 158, chroot: 161, acct: 163, mount: 165, umount2: 166,
  swapon: 167, reboot: 169, iopl: 172, ioperm: 173, init_module: 175, delete_module: 176, gettid: 186, futex: 202,
  sched_getaffinity: 204, getdents64: 217, set_tid_address: 218, restart_syscall: 219, clock_gettime: 228, clock_getres: 229,
  clock_nanosleep: 230, exit_group: 231, epoll_wait: 232, epoll_ctl: 233, tgkill: 234, kexec_load: 246, add_key: 248,
  request_key: 249, keyctl: 250, openat: 257, newfstatat: 262, readlinkat: 267, faccessat: 269, unshare: 272,
  set_robust_list: 273, get_robust_list: 274, epoll_pwait: 281, eventfd2: 290, epoll_create1: 291, dup3: 292, pipe2: 293,
  preadv: 295, perf_event_open: 298, prlimit64: 302, open_by_handle_at: 304, setns: 308, getcpu: 309, process_vm_readv: 310,
  process_vm_writev: 311, finit_module: 313, seccomp: 317, getrandom: 318, memfd_create: 319, bpf: 321, execveat: 322,
  userfaultfd: 323, membarrier: 324, pkey_mprotect: 329, pkey_alloc: 330, pkey_free: 331, statx: 332, rseq: 334,
};

// prettier-ignore
const ARM64: Record<string, number> = {
  ...SHARED,
  getcwd: 17, eventfd2: 19, epoll_create1: 20, epoll_ctl: 21, epoll_pwait: 22, dup: 23, dup3: 24, fcntl: 25, ioctl: 29,
  flock: 32, umount2: 39, mount: 40, pivot_root: 41, faccessat: 48, chroot: 51, openat: 56, close: 57, pipe2: 59,
  getdents64: 61, lseek: 62, read: 63, write: 64, readv: 65, writev: 66, pread64: 67, preadv: 69, ppoll: 73, readlinkat: 78,
  newfstatat: 79, fstat: 80, fsync: 82, acct: 89, capget: 90, personality: 92, exit: 93, exit_group: 94, set_tid_address: 96, unshare: 97,
  futex: 98, set_robust_list: 99, get_robust_list: 100, nanosleep: 101, kexec_load: 104, init_module: 105, delete_module: 106,
  clock_gettime: 113, clock_getres: 114, clock_nanosleep: 115, ptrace: 117, sched_setscheduler: 119, sched_getscheduler: 120,
  sched_getparam: 121, sched_getaffinity: 123, sched_yield: 124, sched_get_priority_max: 125, sched_get_priority_min: 126,
  restart_syscall: 128, kill: 129, tgkill: 131, sigaltstack: 132, rt_sigaction: 134, rt_sigprocmask: 135, rt_sigreturn: 139,
  reboot: 142, setuid: 146, uname: 160, getrlimit: 163, getrusage: 165, prctl: 167, getcpu: 168, gettimeofday: 169, getpid: 172,
  getppid: 173, getuid: 174, geteuid: 175, getgid: 176, getegid: 177, gettid: 178, sysinfo: 179, msgget: 186, semget: 190,
  shmget: 194, socket: 198, socketpair: 199, bind: 200, listen: 201, connect: 203, getsockname: 204, getpeername: 205,
  getsockopt: 209, shutdown: 210, sendmsg: 211, brk: 214, munmap: 215, mremap: 216, add_key: 217, request_key: 218, keyctl: 219,
  clone: 220, execve: 221, mmap: 222, swapon: 224, mprotect: 226, madvise: 233, perf_event_open: 241, wait4: 260,
  prlimit64: 261, open_by_handle_at: 265, setns: 268, process_vm_readv: 270, process_vm_writev: 271, finit_module: 273,
  seccomp: 277, getrandom: 278, memfd_create: 279, bpf: 280, execveat: 281, userfaultfd: 282, membarrier: 283,
  pkey_mprotect: 288, pkey_alloc: 289, pkey_free: 290, statx: 291, rseq: 293,
};

export const SYSCALLS: Record<Arch, Readonly<Record<string, number>>> = { x64: X64, arm64: ARM64 };

/** AUDIT_ARCH_* of linux/audit.h: ELF machine, 64-bit and little-endian bits. */
export const AUDIT_ARCH: Record<Arch, number> = { x64: 0xc000003e, arm64: 0xc00000b7 };

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * What Node needs; wait4 and execve, which bwrap needs after the filter is on; and fsync, which koffi calls on its output when it ends,
 * with a complaint there when it may not. No call here opens a way out by itself.
 */
export const ALLOWED = words(`
  read write close fstat poll ppoll lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn pread64 readv writev
  access faccessat faccessat2 sched_yield mremap madvise dup dup2 dup3 nanosleep getpid getppid gettid shutdown getsockname
  getpeername getsockopt execve wait4 exit exit_group uname getcwd readlink readlinkat gettimeofday getrlimit getrusage
  sysinfo getuid getgid geteuid getegid capget sigaltstack sched_getparam sched_setscheduler sched_getscheduler
  sched_get_priority_max sched_get_priority_min arch_prctl futex sched_getaffinity set_tid_address getdents64 restart_syscall
  clock_gettime clock_getres clock_nanosleep epoll_wait epoll_ctl epoll_pwait epoll_pwait2 tgkill openat newfstatat
  set_robust_list get_robust_list eventfd2 epoll_create1 pipe2 preadv prlimit64 getcpu getrandom membarrier statx rseq
  pkey_mprotect pkey_alloc pkey_free close_range fsync`);

/** glibc and libuv fall back to older calls when these are missing; the filter cannot look into their argument structures. */
export const MISSING = words('io_uring_setup io_uring_enter io_uring_register clone3 openat2');

/** No program of ours or a student's has a reason to try these: the process dies. */
export const DEADLY = words(`
  ptrace process_vm_readv process_vm_writev mount umount2 pivot_root chroot unshare setns bpf userfaultfd perf_event_open keyctl
  add_key request_key kexec_load init_module finit_module delete_module open_by_handle_at iopl ioperm reboot swapon acct fsopen
  fsconfig fsmount fspick open_tree move_mount mount_setattr pidfd_getfd`);
