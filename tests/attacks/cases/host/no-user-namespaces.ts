import { hostAttack } from '../../attack.ts';
import { runElsewhere } from '../../host/elsewhere.ts';

const NONE_LEFT = 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"';

/** bwrap --unshare-all asks for a user namespace and goes on without: it must be asked for by name. */
export default hostAttack({
  to: 'have a box start where no user namespace is to be had',
  act: (variant) =>
    runElsewhere('start', variant, {
      under: ['unshare', '--user', '--map-root-user', 'bash', '-c', NONE_LEFT, 'bash'],
    }).over,
  held: /namespace/,
  base: ['uid', 'nested-userns', 'ids'],
  guard: ['userns-by-name'],
  out: /^ran$/,
});
