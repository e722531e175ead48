import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { hostAttack } from '../../attack.ts';

const HEADER = Buffer.from([2, 0, 0, 0, 0, 0, 16, 0]);
const DROPS = 300_000;

/** Each read of a single byte would stay as an object of a hundred. */
export default hostAttack({
  to: 'fill the memory of the supervisor with a frame in single bytes',
  act: async (variant) => {
    const { FrameReader } = await variant.load<typeof import('#graders/sandbox/frame-reader.ts')>(
      'graders/sandbox/frame-reader.ts',
    );
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = () => {
      collect();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    const before = used();
    const reader = new FrameReader([{ type: 2, maxBytes: 1 << 20, maxCount: 1 }]);
    reader.push(HEADER);
    for (let i = 0; i < DROPS; i++) {
      reader.push(Buffer.alloc(1));
      // Boxes beside it are watched from this process.
      if (i % 1000 === 0) await nextTurn();
    }
    const grown = used() - before;
    return reader.isTruncated && grown < 16 ? 'small' : `grown by ${Math.round(grown)} MiB`;
  },
  held: /^small$/,
  guard: ['frame-copied'],
  out: /^grown/,
});
