import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'unpack a small file into a large one',
  script: String.raw`const zlib = require('node:zlib'); const small = zlib.deflateSync(Buffer.alloc(32 << 20)); const all = []; for (let i = 0; i < 10; i++) all.push(zlib.inflateSync(small)); say('took')`,
  held: /^limit memory$/,
  guard: ['watch-resident', 'watch-peak', 'cgroup', 'limit-data'],
  out: /^took$/,
  limits: { memoryMib: 128, cpuSeconds: 20 },
});
