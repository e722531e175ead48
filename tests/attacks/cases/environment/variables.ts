import { boxAttack } from '../../attack.ts';

/** codejail, cant_see_environment_variables. */
export default boxAttack({
  to: 'read the environment of the supervisor',
  script: String.raw`say(Object.keys(process.env).sort().join())`,
  held: /^PWD,UV_USE_IO_URING$/,
  guard: ['environment'],
  out: /PATH/,
});
