import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'keep a capability',
  script: String.raw`say(/CapEff:.*([1-9a-f]).*/.exec(fs.readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 'none')`,
  held: /^none$/,
  base: ['uid', 'userns', 'proc'],
  guard: ['capabilities'],
  out: /^[1-9a-f]$/,
});
