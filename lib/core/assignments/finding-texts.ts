import type { Text } from '../lang.ts';

/** Texts of the findings that apply to every assignment (question bank, 5.1). */
export const GENERIC_FINDINGS = {
  g1: {
    tr: 'Kayıp NaN oldu: girdileri ölçekleyin veya öğrenme oranını küçültün.',
    en: 'The loss became NaN: scale the inputs or lower the learning rate.',
  },
  g2: {
    tr: 'Tek nöronda softmax her zaman 1 verir; sigmoid kullanın.',
    en: 'Softmax over a single unit is always 1; use sigmoid.',
  },
  g3: {
    tr: 'Etiketler tamsayı: `sparseCategoricalCrossentropy` kullanın ya da etiketleri `tf.oneHot` ile çevirin.',
    en: 'The labels are integers: use `sparseCategoricalCrossentropy`, or turn them into `tf.oneHot` vectors.',
  },
  g4: {
    tr: 'Aktivasyonu olmayan ardışık katmanlar tek bir doğrusal katmana denktir.',
    en: 'Layers without an activation collapse into a single linear layer.',
  },
  g5: {
    tr: 'Az öğrenme: eğitim başarımı da düşük. Kapasiteyi, epok sayısını veya öğrenme oranını artırın.',
    en: 'Underfitting: the training metric is poor too. Raise the capacity, the epochs or the learning rate.',
  },
  g6: {
    tr: 'Aşırı öğrenme: eğitim başarımı gizli verininkinden çok daha iyi. Dropout, L2 veya erken durdurma deneyin.',
    en: 'Overfitting: the training metric is far better than the hidden one. Try dropout, L2 or early stopping.',
  },
  g7: {
    tr: 'Eğitim erken bitti: kayıp sonda hâlâ düşüyordu. Epok sayısını artırın.',
    en: 'Training ended too early: the loss was still falling at the end. Use more epochs.',
  },
  g8: {
    tr: 'Model her girdiye aynı tahmini veriyor: ölü ReLU ya da yanlış bir çıkış katmanı olabilir.',
    en: 'The model predicts the same for every input: perhaps dead ReLUs or a wrong output layer.',
  },
  pending: {
    tr: 'Betik bittiğinde eğitim hâlâ sürüyordu: `model.fit(…)` çağrısının önüne `await` yazın. Model o anki hâliyle puanlandı.',
    en: 'Training was still running when the script ended: write `await` before `model.fit(…)`. The model was scored as it stood.',
  },
  unstable: {
    tr: 'Sonuç çalıştırmadan çalıştırmaya çok değişiyor: daha uzun eğitim veya daha küçük bir öğrenme oranı deneyin.',
    en: 'The result changes a lot from run to run: train longer or lower the learning rate.',
  },
} as const satisfies Record<string, Text>;

export type GenericId = keyof typeof GENERIC_FINDINGS;
