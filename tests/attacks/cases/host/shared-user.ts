import { hostAttack } from '../../attack.ts';
import { startScript } from '../../in-box.ts';

/** Two boxes of one user could signal and trace each other, were it not for everything else. */
export default hostAttack({
  to: 'share a user with another box',
  act: async (variant, world) => {
    const { Slots } =
      await variant.load<typeof import('#graders/sandbox/slots.ts')>('graders/sandbox/slots.ts');
    const own = { ...world, slots: new Slots(true, process.pid + 1) };
    const boxes = await Promise.all(
      [1, 2].map(() => startScript('setTimeout(() => {}, 9000)', variant, own)),
    );
    const [first, second] = boxes.map(({ uid }) => uid);
    await Promise.all(boxes.map((box) => box.kill()));
    return first === second ? 'shared' : 'own';
  },
  held: /^own$/,
  guard: ['user-per-box', 'uid'],
  out: /^shared$/,
});
