import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'grow shared memory of WebAssembly',
  script: String.raw`const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true }); for (let i = 0; i < 40; i++) { memory.grow(128); new Uint8Array(memory.buffer).fill(1, memory.buffer.byteLength - (8 << 20)); } say('took')`,
  held: /^limit memory$/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
