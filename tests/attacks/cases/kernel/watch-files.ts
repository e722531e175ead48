import { nativeAttack } from '../../attack.ts';

/** IOI isolate 2.4, flag 4. */
export default nativeAttack({
  to: 'watch the files that all boxes share',
  calls: [{ call: 'inotify_init1', args: [0] }],
  held: /^EPERM$/,
  guard: ['calls-unlisted'],
  out: /^\d+$/,
});
