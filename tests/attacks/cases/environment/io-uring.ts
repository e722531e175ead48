import { boxAttack } from '../../attack.ts';

export default boxAttack({
  to: 'have libuv use io_uring',
  script: String.raw`say(process.env.UV_USE_IO_URING)`,
  held: /^0$/,
  guard: ['io-uring'],
  out: /^undefined$/,
});
