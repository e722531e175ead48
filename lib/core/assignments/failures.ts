import type { Text } from '../lang.ts';
import type { Finding } from './evidence.ts';
import type { Failure, FailureCode, TrainRecord } from './facts.ts';
import { labelFinding } from './diagnosis/labels.ts';
import type { Assignment } from './schema.ts';

export type FailureReport = {
  /** `ungradable`: the artifact cannot be read or used; `crashed`: the student's work stopped; `graderFailed`: ours did. */
  outcome: 'crashed' | 'ungradable' | 'graderFailed';
  message: Text & { line: number | null };
  feedback: Finding[];
};

/** Turns a box's failure into what a person reads: what happened, where, and what to do next. `record` says how far it came. */
export function describeFailure(
  assignment: Assignment,
  failure: Failure,
  record: TrainRecord | null,
): FailureReport {
  const text = TEXTS[failure.code](failure.message);
  return {
    outcome: outcomeOf(failure.code),
    message: { ...text, line: failure.line },
    feedback: feedbackOf(assignment, failure, record),
  };
}

function outcomeOf(code: FailureCode): FailureReport['outcome'] {
  if (code === 'box') return 'graderFailed';
  return UNGRADABLE.has(code) ? 'ungradable' : 'crashed';
}

const UNGRADABLE = new Set<FailureCode>([
  'noModel',
  'modelIsPromise',
  'notAModel',
  'notBuilt',
  'noFunction',
  'wrongOutputShape',
  'tooManyParams',
  'unsupportedLayer',
  'invalidArtifact',
]);

const TEXTS: Record<FailureCode, (message: string) => Text> = {
  syntax: (m) => ({
    tr: `Sözdizimi hatası: ${said(m)} Satırı düzeltip yeniden teslim edin.`,
    en: `Syntax error: ${said(m)} Correct the line and submit again.`,
  }),
  unsupportedSyntax: (m) => ({
    tr: `TypeScript'in yalnız silinebilen tip bildirimleri desteklenir; enum, namespace ve parametre özelliklerini düz JavaScript ile yazın. (${m})`,
    en: `Only TypeScript types that can be erased are supported; write enums, namespaces and parameter properties in plain JavaScript. (${m})`,
  }),
  threw: (m) => ({
    tr: `Kodunuz çalışırken hata verdi: ${said(m)} Hatanın gösterdiği yeri düzeltip yeniden teslim edin.`,
    en: `Your code threw an error: ${said(m)} Correct what it points to and submit again.`,
  }),
  neverFinished: () => ({
    tr: 'Betik hiç gerçekleşmeyecek bir şeyi bekliyor: çözülmeyen bir `await` var. Onu bulup kaldırın ya da beklediği sözü çözün.',
    en: 'The script waits for something that never happens: an `await` is never resolved. Find it, and remove it or resolve its promise.',
  }),
  noModel: (name) => ({
    tr: `Betik \`${name}\` değişkenine bir model bırakmadı. Eğittiğiniz modele \`${name}\` adını verin.`,
    en: `The script left no model in the variable \`${name}\`. Name the model you trained \`${name}\`.`,
  }),
  modelIsPromise: (name) => ({
    tr: `\`${name}\` bir söz (Promise): modeli kuran fonksiyon çağrısının önüne \`await\` yazın.`,
    en: `\`${name}\` is a promise: write \`await\` before the call that builds the model.`,
  }),
  notAModel: (name) => ({
    tr: `\`${name}\` bir tf.sequential veya tf.model sonucu değil. Eğittiğiniz modelin kendisini bu değişkende bırakın.`,
    en: `\`${name}\` is not the result of tf.sequential or tf.model. Leave the model you trained in it.`,
  }),
  notBuilt: () => ({
    tr: 'Modelin girdi şekli belli değil: ilk katmana `inputShape` verin.',
    en: 'The model does not know its input shape: give `inputShape` to the first layer.',
  }),
  noFunction: (name) => ({
    tr: `Betik \`${name}\` adıyla bir fonksiyon bırakmadı. Fonksiyonu betiğin en üst düzeyinde bu adla tanımlayın.`,
    en: `The script left no function named \`${name}\`. Define it at the top level of the script under that name.`,
  }),
  wrongInputShape: (m) => ({
    tr: `Modelin beklediği girdi şekli veriye uymuyor: ${said(m)} İlk katmana xTrain'in bir satırının şeklini \`inputShape\` olarak verin.`,
    en: `The input shape the model expects does not fit the data: ${said(m)} Give the first layer the shape of one row of xTrain as \`inputShape\`.`,
  }),
  wrongTargetShape: (m) => ({
    tr: `Modelin çıkışı etiketlerin şekline uymuyor: ${said(m)} Son katmanın birim sayısını ve kayıp fonksiyonunu denetleyin.`,
    en: `The output of the model does not fit the shape of the labels: ${said(m)} Check the units of the last layer and the loss.`,
  }),
  wrongOutputShape: (m) => ({
    tr: `Model her satır için tek bir vektör vermeli: ${said(m)} Son katmandan önce \`flatten\` ya da bir havuzlama katmanı koyun.`,
    en: `The model must give one vector per row: ${said(m)} Put \`flatten\` or a pooling layer before the last layer.`,
  }),
  idOutOfRange: (m) => ({
    tr: `Gömme katmanına aralık dışı bir kimlik geldi: ${m}. \`inputDim\`, en büyük kimlikten en az bir fazla olmalıdır.`,
    en: `An id is out of range for the embedding: ${m}. \`inputDim\` must be at least one more than the largest id.`,
  }),
  wrongRate: (m) => ({
    tr: `Oran bir sayı olmalı (${m}): öğrenme oranı sıfırdan büyük, dropout oranı 0 ile 1 arasında. Örnek: \`tf.train.adam(0.01)\`, \`tf.layers.dropout({ rate: 0.5 })\`.`,
    en: `A rate must be a number (${m}): a learning rate above zero, a dropout rate between 0 and 1. Examples: \`tf.train.adam(0.01)\`, \`tf.layers.dropout({ rate: 0.5 })\`.`,
  }),
  dilatedGradient: (m) => ({
    tr: `TensorFlow.js, genişletilmiş (dilated) evrişimlerin gradyanını hesaplayamıyor (genişletme ${m}). \`dilationRate\` değerini 1 yapın; daha geniş bir alan için \`kernelSize\` ya da \`strides\` değerini büyütün.`,
    en: `TensorFlow.js cannot compute the gradient of a dilated convolution (dilation ${m}). Set \`dilationRate\` to 1; for a wider view use a larger \`kernelSize\` or \`strides\`.`,
  }),
  noGradient: (m) => ({
    tr: `TensorFlow.js, ${m} işleminin gradyanını hesaplayamıyor; bu işlemin içinden eğitim yapılamaz. Aynı şeyi başka işlemlerle yazın (örneğin einsum yerine matMul, stridedSlice yerine slice, mirrorPad yerine pad) ya da koşulları kaybın dışında hesaplayın.`,
    en: `TensorFlow.js cannot compute the gradient of ${m}, so no training can go through it. Write the same with other operations (matMul instead of einsum, slice instead of stridedSlice, pad instead of mirrorPad), or compute conditions outside the loss.`,
  }),
  lossWeights: (m) => ({
    tr: `TensorFlow.js, \`compile\` içindeki \`lossWeights\` ayarını (${m}) yok sayar; model istediğiniz kayıpla eğitilmezdi. Kayıp fonksiyonunu kendisi ağırlıklı olacak biçimde yazın, örneğin \`(y, p) => tf.metrics.meanSquaredError(y, p).mul(0.5)\`.`,
    en: `TensorFlow.js ignores \`lossWeights\` (${m}) in \`compile\`: the model would not train on the loss you asked for. Put the weight into the loss itself, for example \`(y, p) => tf.metrics.meanSquaredError(y, p).mul(0.5)\`.`,
  }),
  resetAfter: () => ({
    tr: "TensorFlow.js'te GRU katmanı `resetAfter: true` ayarını (Keras'ın varsayılanı) desteklemez. `resetAfter` ayarını kaldırın; katman, sıfırlama kapısını çarpımdan önce uygular.",
    en: 'In TensorFlow.js the GRU layer does not know `resetAfter: true` (the default of Keras). Leave `resetAfter` out; the layer then applies the reset gate before the product.',
  }),
  restoreBestWeights: () => ({
    tr: '`new tf.EarlyStopping` en iyi ağırlıkları geri yükleyemez. `tf.callbacks.earlyStopping({ restoreBestWeights: true })` yazın; burada çalışır.',
    en: '`new tf.EarlyStopping` cannot restore the best weights. Write `tf.callbacks.earlyStopping({ restoreBestWeights: true })`, which works here.',
  }),
  tooManyEpochs: (m) => ({
    tr: `Epok sınırı aşıldı (${m}). \`fit\` çağrısındaki \`epochs\` değerini düşürün.`,
    en: `Too many epochs (${m}). Lower \`epochs\` in the call of \`fit\`.`,
  }),
  tooManyParams: (m) => ({
    tr: `Model çok büyük: ${said(m)} Daha az birim ya da katman kullanın.`,
    en: `The model is too large: ${said(m)} Use fewer units or layers.`,
  }),
  unsupportedLayer: (m) => ({
    tr: `"${m}" katmanı gizli veride yeniden kurulamaz: yalnız tf.layers katmanlarını ve normalization() kullanın.`,
    en: `The layer "${m}" cannot be rebuilt for the hidden data: use only tf.layers and normalization().`,
  }),
  invalidArtifact: (m) => ({
    tr: `Model kaydedilip yeniden kurulamadı: ${said(m)} Modeli yalnız tf.layers katmanlarıyla kurun.`,
    en: `The model could not be saved and rebuilt: ${said(m)} Build it from layers of tf.layers only.`,
  }),
  box: () => ({
    tr: 'Değerlendirme bizden kaynaklanan bir hata yüzünden tamamlanamadı; tesliminiz yeniden denenecek.',
    en: 'Grading failed for a reason of ours; your submission will be tried again.',
  }),
};

/** What the machine said, as a sentence of its own. */
const said = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`);

function feedbackOf(
  assignment: Assignment,
  { code, message }: Failure,
  record: TrainRecord | null,
): Finding[] {
  const own = assignment.findings.flatMap(({ id, text, symptom }) =>
    symptom.kind === 'failed' && symptom.codes.includes(code) && message.includes(symptom.says ?? '')
      ? [{ id, ...text, evidence: {} }]
      : [],
  );
  const labels = code === 'wrongTargetShape' && record !== null ? labelFinding(record, message) : null;
  return [...own, ...(labels ? [labels] : [])];
}
