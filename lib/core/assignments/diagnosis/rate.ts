import { isStillFalling } from '../curve.ts';
import { median } from '../median.ts';
import { when, type Rule } from './rule.ts';
import { isPoor, type View } from './view.ts';

const HIGH = {
  title: { tr: 'Öğrenme oranı çok büyük', en: 'The learning rate is too high' },
  step: { tr: 'Öğrenme oranını 10 kat küçültün.', en: 'Lower the learning rate tenfold.' },
  // Of too high and too low, the more certain one holds: advice to do both helps nobody.
  explains: ['g5', 'g8', 'exploding-gradient', 'vanishing-gradient', 'g7', 'rate-too-low'],
};

/** Learning rate and length of the training. */
export const RATE_RULES: Rule[] = [
  {
    id: 'g1',
    text: {
      title: { tr: 'Kayıp NaN oldu', en: 'The loss became NaN' },
      seen: {
        tr: 'Kayıp {epoch}. epokta sayı olmaktan çıktı.',
        en: 'The loss stopped being a number in epoch {epoch}.',
      },
      step: {
        tr: 'Girdileri ölçekleyin veya öğrenme oranını küçültün.',
        en: 'Scale the inputs or lower the learning rate.',
      },
    },
    explains: ['g5', 'g7', 'g8'],
    check: ({ runs, loss }) => {
      const isLost = runs.some(({ epochs }) => epochs.some(({ logs }) => logs['loss'] === null));
      return when(isLost, 1, { epoch: loss.indexOf(null) < 0 ? null : loss.indexOf(null) + 1 });
    },
  },
  {
    id: 'rate-too-high',
    text: {
      title: HIGH.title,
      seen: {
        tr: 'Öğrenme oranı {rate} ({optimizer}); kayıp {first} ile başladı, {epoch}. epokta sayı olmaktan çıktı.',
        en: 'Learning rate {rate} ({optimizer}); the loss began at {first} and was no number from epoch {epoch} on.',
      },
      step: HIGH.step,
    },
    explains: HIGH.explains,
    check: checkDiverged,
  },
  {
    id: 'rate-too-high',
    text: {
      title: HIGH.title,
      seen: {
        tr: 'Öğrenme oranı {rate} ({optimizer}); kayıp {first} ile başladı, {last} ile bitti, ağırlıklar başlangıç uzunluklarının {moved} katı yer değiştirdi.',
        en: 'Learning rate {rate} ({optimizer}); the loss began at {first} and ended at {last}, and the weights moved {moved} times their initial length.',
      },
      step: HIGH.step,
    },
    explains: HIGH.explains,
    check: checkHigh,
  },
  {
    id: 'rate-too-low',
    text: {
      title: { tr: 'Öğrenme oranı çok küçük', en: 'The learning rate is too low' },
      seen: {
        tr: 'Öğrenme oranı {rate} ({optimizer}); {epochs} epokta kayıp {first} değerinden {last} değerine indi, ağırlıklar uzunluklarının yalnız {movedShare} kadarı yer değiştirdi.',
        en: 'Learning rate {rate} ({optimizer}); in {epochs} epochs the loss went from {first} to {last}, and the weights moved by only {movedShare} of their length.',
      },
      step: { tr: 'Öğrenme oranını 10 kat büyütün.', en: 'Raise the learning rate tenfold.' },
    },
    explains: ['g5', 'rate-too-high'],
    check: checkLow,
  },
  {
    id: 'g7',
    text: {
      title: { tr: 'Eğitim erken bitti', en: 'Training ended too early' },
      seen: {
        tr: '{epochs} epok sonunda kayıp hâlâ düşüyordu: {loss}.',
        en: 'After {epochs} epochs the loss was still falling: {loss}.',
      },
      step: { tr: 'Epok sayısını artırın.', en: 'Use more epochs.' },
    },
    check: (view) =>
      when(isUnfinished(view), view.loss.length <= 10 ? 0.7 : 0.5, {
        epochs: view.loss.length,
        loss: view.loss.slice(-5),
      }),
  },
];

const seen = (view: View) => {
  const [first = null] = view.loss.filter((value) => value !== null);
  return {
    rate: view.trace?.learningRate ?? null,
    optimizer: view.record?.optimizer ?? null,
    epochs: view.loss.length,
    first: view.trace?.start?.loss ?? first,
    last: view.loss.at(-1) ?? null,
    epoch: view.loss.includes(null) ? view.loss.indexOf(null) + 1 : null,
    moved: movedBy(view),
    movedShare: movedBy(view),
  };
};

/** A single epoch has no curve: then the model before and after it tells. A training at full marks has learnt enough. */
function isUnfinished({ loss, trace, trainPoints }: View): boolean {
  if ((trainPoints ?? 0) >= 90) return false;
  const [before, after] = [trace?.start?.loss ?? null, trace?.end?.loss ?? null];
  const fell = before !== null && after !== null && after < 0.98 * before;
  return isStillFalling(loss) || (loss.length === 1 && fell);
}

/** Median over the layers with weights: one layer that runs away, or stands still, is another fault. */
function movedBy({ trace }: View): number | null {
  const moved = (trace?.end?.layers ?? []).flatMap(({ moved: each }) => (each === null ? [] : [each]));
  return moved.length === 0 ? null : median(moved);
}

/** Weights that moved further than this, to no effect, were thrown about. */
const THROWN = 3;
/** An epoch counts as a jump when the loss rises by more than a tenth. */
const JUMP = 1.1;

/** A loss that began as a number, and a scale that is not to blame: the steps grew out of bounds. */
function checkDiverged(view: View) {
  const hasBegun = typeof view.trace?.start?.loss === 'number';
  return when(isPoor(view) && hasBegun && view.loss.includes(null), 0.85, seen(view));
}

/** Too long steps end above the place they started from (Goodfellow et al. 2016, 8.3.1; Bengio, Practical Recommendations, 2012, 3.1.1). */
function checkHigh(view: View) {
  const [before, after, last] = [
    view.trace?.start?.loss ?? null,
    view.trace?.end?.loss ?? null,
    view.loss.at(-1),
  ];
  if (!isPoor(view) || view.loss.length === 0 || view.loss.includes(null)) return null;
  if (before === null || after === null || typeof last !== 'number') return null;
  const isWorse = Math.min(after, last) > 1.2 * before;
  const isThrown = (movedBy(view) ?? 0) > THROWN && Math.min(after, last) > 0.9 * before;
  if (isWorse || isThrown) return when(true, isWorse ? 0.92 : 0.85, seen(view));
  return when(jumpShare(view.loss as number[]) > 0.25 && view.loss.length >= 6, 0.75, seen(view));
}

const jumpShare = (loss: readonly number[]): number =>
  loss.slice(1).filter((value, i) => value > JUMP * loss[i]!).length / Math.max(1, loss.length - 1);

/** Weights that moved less than this share of their length are still about where they were drawn. */
const STAYED = 0.06;
/** A fall of the loss that would take five times as many epochs to bring it down. */
const CRAWLED = 0.2;

/** A smooth, slow fall with weights near their start: there is a long way to go, not a wall. */
function checkLow(view: View) {
  const [before, after] = [view.trace?.start?.loss ?? null, view.trace?.end?.loss ?? null];
  const moved = movedBy(view);
  if (!isPoor(view) || before === null || after === null || moved === null || !(before > 0)) return null;
  const fall = 1 - after / before;
  const isStill = moved < STAYED && view.loss.length >= 3;
  const isCrawling = isStillFalling(view.loss) && view.loss.length >= 8;
  return when(fall > 0 && fall < CRAWLED && (isStill || isCrawling), isStill ? 0.86 : 0.8, seen(view));
}
