import { submissionAttack } from '../../attack.ts';

/** Hidden rows are in no process that runs a student\'s file. */
export default submissionAttack({
  to: 'print every row it was given',
  source:
    "console.log('rows ' + Array.from(xTrain.dataSync()).some((x) => x === 1234.5)); throw new Error('over');",
  held: /rows false/,
  guard: ['hidden-rows-in-training'],
  out: /rows true/,
});
