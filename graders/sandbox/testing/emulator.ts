export type Call = { number: number; arch: number; args?: readonly number[] };

/**
 * Runs a seccomp program as the kernel would and returns its verdict. Only the opcodes of linux/bpf_common.h that a filter over
 * `struct seccomp_data` may use here; anything else throws, as the kernel would refuse to load it.
 */
export function emulate(program: Buffer, call: Call): number {
  const data = Buffer.alloc(64);
  data.writeUInt32LE(call.number >>> 0, 0);
  data.writeUInt32LE(call.arch >>> 0, 4);
  (call.args ?? []).forEach((value, i) =>
    data.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)), 16 + 8 * i),
  );
  let accumulator = 0;
  for (let at = 0; at < program.length;) {
    const [code, ifTrue, ifFalse] = [program.readUInt16LE(at), program[at + 2]!, program[at + 3]!];
    const k = program.readUInt32LE(at + 4);
    at += 8;
    const jump = (taken: boolean) => (at += 8 * (taken ? ifTrue : ifFalse));
    if (code === 0x20) accumulator = data.readUInt32LE(k);
    else if (code === 0x15) jump(accumulator === k);
    else if (code === 0x35) jump(accumulator >= k);
    else if (code === 0x45) jump((accumulator & k) !== 0);
    else if (code === 0x06) return k;
    else throw new Error(`opcode ${code} at ${at - 8}`);
  }
  throw new Error('the program ends without a verdict');
}
