import { hostAttack } from '../../attack.ts';
import { runElsewhere } from '../../host/elsewhere.ts';

/** A file that a shell or a container manager left open would pass to every box if the sweep failed. */
export default hostAttack({
  to: 'have a host grade that has a descriptor to pass on',
  act: (variant, { bait }) => runElsewhere('prove', variant, { fd: bait.fd }).over,
  held: /^not proven: .*descriptors/,
  guard: ['descriptor-refusal'],
  out: /^proven$/,
});
