import type { Text } from '#lib/core/lang.ts';
import type { Limit } from '#lib/core/reports.ts';
import type { ArtifactError } from './artifacts.ts';

/** What students read when a submission was not graded: what happened, and what to try next. */
export const MESSAGES = {
  breach: {
    tr: 'Program sonuç kanalına yazdı. Bu kanal yalnızca değerlendirmeye aittir; kodunuzdan `fs`, dosya tanımlayıcıları ve benzeri çağrıları çıkarın.',
    en: 'The program wrote into the result channel. That channel belongs to the grader alone; remove calls such as `fs` on file descriptors from your code.',
  },
  endedEarly: {
    tr: 'Program, modeli teslim etmeden sona erdi. `process.exit` çağrısı varsa kaldırın ve eğitilmiş modeli `model` değişkeninde bırakın.',
    en: 'The program ended before it handed over a model. Remove any `process.exit` and leave the trained model in `model`.',
  },
  wrongOutput: {
    tr: 'Modelin çıktısı göreve uymuyor: her örnek için beklenen sayıda değer üretmiyor. Son katmanın nöron sayısını denetleyin.',
    en: 'The output of the model does not fit the task: it does not give the expected number of values per row. Check the units of the last layer.',
  },
  tooHeavy: {
    tr: 'Eğitilmiş model gizli veride çok yavaş çalışıyor ya da çok bellek istiyor. Daha küçük katmanlar kullanın.',
    en: 'The trained model is too slow or needs too much memory on the hidden data. Use smaller layers.',
  },
  graderFailed: (incident: string): Text => ({
    tr: `Değerlendirme bizden kaynaklanan bir hata yüzünden tamamlanamadı; tesliminiz duruyor ve yeniden denenecek (olay ${incident}).`,
    en: `Grading could not be finished because of a fault on our side; your submission is kept and will be tried again (incident ${incident}).`,
  }),
} as const;

/** `maximum` in the unit of the limit: seconds, MiB or KiB. */
export function limitText(limit: Limit, maximum: number): Text {
  switch (limit) {
    case 'wall':
      return {
        tr: `Süre doldu: program ${maximum} saniyede bitmedi. Bitmeyen bir döngü ya da hiç çözülmeyen bir \`await\` arayın; yoksa epok sayısını azaltın.`,
        en: `Out of time: the program did not finish within ${maximum} seconds. Look for a loop that never ends or an \`await\` that never resolves; otherwise use fewer epochs.`,
      };
    case 'cpu':
      return {
        tr: `İşlemci süresi doldu: program ${maximum} saniyelik hesaplama hakkını tüketti. Bitmeyen bir döngü arayın; yoksa modeli küçültün veya epok sayısını azaltın.`,
        en: `Out of processor time: the program used up its ${maximum} seconds of computing. Look for a loop that never ends; otherwise use a smaller model or fewer epochs.`,
      };
    case 'memory':
      return {
        tr: `Bellek yetmedi: program ${maximum} MiB sınırını aştı. Kullanmadığınız tensörleri \`tf.tidy\` veya \`dispose\` ile bırakın.`,
        en: `Out of memory: the program went over ${maximum} MiB. Release tensors you no longer need with \`tf.tidy\` or \`dispose\`.`,
      };
    case 'output':
      return {
        tr: `Çok fazla çıktı: program ${maximum} KiB sınırından fazlasını yazdırdı. Döngü içindeki \`console.log\` çağrılarını azaltın.`,
        en: `Too much output: the program printed more than ${maximum} KiB. Print less inside loops.`,
      };
    case 'processes':
      return {
        tr: 'Program başka süreçler ya da iş parçacıkları başlatmaya çalıştı. Ödevlerde buna izin verilmez; bu çağrıları kaldırın.',
        en: 'The program tried to start other processes or threads. Assignments may not do that; remove the calls.',
      };
  }
}

/** The refusal of a trained model before anything is built from it. */
export function artifactText({ code, values = {} }: ArtifactError): Text {
  switch (code) {
    case 'tooManyParams':
      return {
        tr: `Modelin ${values['params']} parametresi var, en çok ${values['max']} olabilir. Daha az nöron ya da katman kullanın.`,
        en: `The model has ${values['params']} parameters, at most ${values['max']} are allowed. Use fewer units or layers.`,
      };
    case 'artifactClass':
      return {
        tr: `Model izin verilmeyen bir yapı kullanıyor: "${values['name']}". Yalnızca hazır tf.layers katmanlarını kullanın.`,
        en: `The model uses something that is not allowed: "${values['name']}". Use only the layers that tf.layers offers.`,
      };
    case 'artifactOutOfRange':
      return {
        tr: `Modelin yapılandırmasındaki bir sayı izin verilen aralığın dışında (${values['key']}). Daha küçük bir değer kullanın.`,
        en: `A number in the configuration of the model is out of range (${values['key']}). Use a smaller value.`,
      };
    case 'artifactTooBig':
    case 'artifactTooDeep':
      return {
        tr: 'Modelin yapısı çok büyük ya da çok iç içe. Daha az katmanlı bir model kurun.',
        en: 'The structure of the model is too large or nested too deeply. Build a model with fewer layers.',
      };
    case 'artifactWeights':
      return {
        tr: 'Modelin ağırlıkları yapısına uymuyor. Modeli yalnızca tf.layers ile kurup `fit` ile eğitin.',
        en: 'The weights of the model do not fit its structure. Build the model with tf.layers and train it with `fit`.',
      };
    case 'artifactUnreadable':
    case 'artifactForbiddenKey':
      return {
        tr: 'Teslim edilen model okunamadı. Modeli tf.layers ile kurup `model` değişkeninde bırakın.',
        en: 'The model that was handed over cannot be read. Build it with tf.layers and leave it in `model`.',
      };
  }
}
