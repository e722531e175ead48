import type { Failure, FailureCode } from '#lib/core/assignments/facts.ts';
import type { Text } from '#lib/core/lang.ts';

/** What students read for a failure that a box reported. The framework's own words follow where they help. */
export function failureText({ code, message }: Failure): Text {
  const text = TEXTS[code];
  const detail = WITH_DETAIL.has(code) && message !== '' ? `\n${message}` : '';
  return { tr: text.tr + detail, en: text.en + detail };
}

const WITH_DETAIL: ReadonlySet<FailureCode> = new Set([
  'syntax', 'unsupportedSyntax', 'threw', 'wrongInputShape', 'wrongTargetShape', 'wrongOutputShape', 'tooManyEpochs', 'unsupportedLayer',
]);

const TEXTS: Record<FailureCode, Text> = {
  syntax: { tr: 'Kodda söz dizimi hatası var; hiç çalıştırılmadı.', en: 'The code has a syntax error; nothing was run.' },
  unsupportedSyntax: {
    tr: 'Kod burada desteklenmeyen bir yazım kullanıyor.',
    en: 'The code uses syntax that is not supported here.',
  },
  threw: { tr: 'Program bir hatayla durdu.', en: 'The program stopped with an error.' },
  neverFinished: {
    tr: 'Program hiç gerçekleşmeyecek bir şeyi bekliyor. Çözülmeyen bir `await` ya da `Promise` arayın.',
    en: 'The program waits for something that never comes. Look for an `await` or a `Promise` that never resolves.',
  },
  noModel: {
    tr: 'Program `model` değişkeninde bir model bırakmadı.',
    en: 'The program left no model in `model`.',
  },
  modelIsPromise: {
    tr: '`model` bir model değil, bir Promise. Değeri beklemek için `await` ekleyin.',
    en: '`model` is a Promise, not a model. Add `await`.',
  },
  notAModel: { tr: '`model` bir tf.LayersModel değil.', en: '`model` is not a tf.LayersModel.' },
  notBuilt: {
    tr: 'Model kurulmamış: ilk katmana `inputShape` verin.',
    en: 'The model is not built: give the first layer an `inputShape`.',
  },
  wrongInputShape: {
    tr: 'Modelin girdi biçimi veriye uymuyor. `inputShape` değerini denetleyin.',
    en: 'The input shape of the model does not fit the data. Check `inputShape`.',
  },
  wrongTargetShape: {
    tr: 'Etiketlerin biçimi modelin çıktısına ya da kayıp fonksiyonuna uymuyor.',
    en: 'The shape of the labels does not fit the output of the model or its loss.',
  },
  wrongOutputShape: {
    tr: 'Modelin çıktı biçimi göreve uymuyor. Son katmanı denetleyin.',
    en: 'The output shape of the model does not fit the task. Check the last layer.',
  },
  tooManyEpochs: { tr: 'İzin verilenden fazla epok istendi.', en: 'More epochs were asked for than are allowed.' },
  tooManyParams: { tr: 'Modelin parametre sayısı sınırı aşıyor.', en: 'The model has more parameters than are allowed.' },
  unsupportedLayer: {
    tr: 'Model izin verilmeyen bir katman kullanıyor. Yalnızca hazır tf.layers katmanlarını kullanın.',
    en: 'The model uses a layer that is not allowed. Use only the layers that tf.layers offers.',
  },
  invalidArtifact: {
    tr: 'Teslim edilen model yeniden kurulamadı. Modeli tf.layers ile kurup `model` değişkeninde bırakın.',
    en: 'The model that was handed over cannot be rebuilt. Build it with tf.layers and leave it in `model`.',
  },
  box: { tr: 'Program çalıştırılamadı.', en: 'The program could not be run.' },
};
