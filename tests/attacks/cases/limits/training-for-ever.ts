import { submissionAttack } from '../../attack.ts';
import { UNTRAINED } from '../../payloads.ts';

export default submissionAttack({
  to: 'train for ever',
  source: `${UNTRAINED}const end = process.cpuUsage().user + 2.5e6; while (process.cpuUsage().user < end) await model.trainOnBatch(xTrain, yTrain);`,
  held: /^limitExceeded cpu/,
  guard: ['watch-cpu', 'cpu-at-end', 'limit-cpu'],
  out: /^(graded|crashed|ungradable)/,
  limits: { cpuSeconds: 1 },
});
