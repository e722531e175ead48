import { PASS_POINTS } from '../band.ts';
import { isHigherBetter } from '../metric-kind.ts';
import { isUnstable } from '../symptoms.ts';
import { when, type Rule } from './rule.ts';
import { isPoor, type View } from './view.ts';

/** A training metric this far from the hidden one: a share of right answers as a difference, mean squared error as a ratio. */
const GAP = { share: 0.08, error: 2 };
/** Share of validation rows that are training rows too, beyond what repeats in the given data anyway. */
const LEAKED = 0.1;

export const FIT_RULES: Rule[] = [
  {
    id: 'pending',
    text: {
      title: {
        tr: 'Betik bittiğinde eğitim hâlâ sürüyordu',
        en: 'Training was still running when the script ended',
      },
      seen: { tr: 'Model o anki hâliyle puanlandı.', en: 'The model was scored as it stood.' },
      step: {
        tr: '`model.fit(…)` çağrısının önüne `await` yazın.',
        en: 'Write `await` before `model.fit(…)`.',
      },
    },
    explains: ['g5', 'g7', 'rate-too-low'],
    check: ({ record }) => when(record?.pendingFit === true, 1),
  },
  {
    id: 'g5',
    text: {
      title: {
        tr: 'Az öğrenme: eğitim başarımı da düşük',
        en: 'Underfitting: the training metric is poor too',
      },
      seen: {
        tr: 'Eğitim verisinde {train}, gizli veride {hidden}.',
        en: '{train} on the training data, {hidden} on the hidden data.',
      },
      step: {
        tr: 'Kapasiteyi, epok sayısını veya öğrenme oranını artırın.',
        en: 'Raise the capacity, the epochs or the learning rate.',
      },
    },
    check: (view) => compareFit(view, 'under'),
  },
  {
    id: 'g6',
    text: {
      title: {
        tr: 'Aşırı öğrenme: eğitim başarımı gizli verininkinden çok daha iyi',
        en: 'Overfitting: the training metric is far better than the hidden one',
      },
      seen: {
        tr: 'Eğitim verisinde {train}, gizli veride {hidden}.',
        en: '{train} on the training data, {hidden} on the hidden data.',
      },
      step: { tr: 'Dropout, L2 veya erken durdurma deneyin.', en: 'Try dropout, L2 or early stopping.' },
    },
    explains: ['g7'],
    check: (view) => compareFit(view, 'over'),
  },
  {
    id: 'leakage',
    text: {
      title: {
        tr: 'Veri sızıntısı: doğrulama satırları eğitimde de var',
        en: 'Leakage: validation rows are training rows too',
      },
      seen: {
        tr: 'Doğrulama satırlarının {sharedShare} kadarı eğitim satırlarıyla aynı; doğrulama eğrisi genellemeyi göstermiyor.',
        en: '{sharedShare} of the validation rows are training rows; the validation curve says nothing about generalisation.',
      },
      step: {
        tr: 'Önce ayırın; çoğaltma ve dengelemeyi yalnız eğitim satırlarına uygulayın.',
        en: 'Split first; copy and balance the training rows only.',
      },
    },
    check: ({ trace }) => {
      const shared = trace?.fit?.validation?.shared ?? 0;
      return when(shared > LEAKED + 2 * (trace?.given.repeated ?? 0), 0.86, { sharedShare: shared });
    },
  },
  {
    id: 'unstable',
    text: {
      title: {
        tr: 'Sonuç çalıştırmadan çalıştırmaya çok değişiyor',
        en: 'The result changes a lot from run to run',
      },
      seen: { tr: 'Tohum başına: {perSeed}.', en: 'Per seed: {perSeed}.' },
      step: {
        tr: 'Daha uzun eğitin ya da öğrenme oranını küçültün.',
        en: 'Train longer or lower the learning rate.',
      },
    },
    check: (view) => when(isUnstable(view), 0.65, { perSeed: view.runs.map(({ metric }) => metric) }),
  },
];

/**
 * Compares training and hidden metric of the first run. Underfitting: both fall short of 60 points. Overfitting: training is good and
 * far better than hidden.
 */
function compareFit(view: View, kind: 'under' | 'over') {
  const { train = null, metric: hidden = null } = view.run ?? {};
  if (train === null || hidden === null) return null;
  if (kind === 'under') return when(isPoor(view), 0.4, { train, hidden });
  const isApart = isHigherBetter(view.assignment.metric)
    ? train - hidden > GAP.share
    : hidden > GAP.error * train;
  return when((view.trainPoints ?? 0) >= PASS_POINTS && isApart, 0.85, { train, hidden });
}
