import { submissionAttack } from '../../attack.ts';
import { UNTRAINED } from '../../payloads.ts';

export default submissionAttack({
  to: 'have its own evaluate report success',
  source: `tf.LayersModel.prototype.evaluate = () => tf.scalar(1); ${UNTRAINED}console.log(JSON.stringify({ fraction: model.evaluate(xTrain, yTrain).dataSync()[0] }));`,
  held: /^graded 0(\.[0-4]\d*)?( |$)/,
  guard: ['trusts-output'],
  out: /^graded 1 /,
});
