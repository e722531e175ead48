import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'write a program and become it',
  script: String.raw`fs.writeFileSync('/tmp/x', fs.readFileSync('/lib/payload'), { mode: 0o755 }); process.execve('/tmp/x', ['x'], {})`,
  held: /^ENOENT$/,
  guard: ['tmp', 'limit-fsize'],
  out: /^ended 0$/,
  binds: [{ from: '$PAYLOAD', to: '/lib/payload' }],
});
