import { messages } from '../messages.ts';

export const code = messages(
  {
    list: { title: 'Ödevler', intro: 'Kodunuz sunucuda kapalı bir kutuda eğitilir ve sizin görmediğiniz veride ölçülür.', best: 'En iyi: {score} / 100', submissions: '{n} teslim', open: 'Aç', none: 'Dersinizde henüz ödev yok.' },
    task: { data: 'Veri', editor: 'Kodunuz (tfjs, JavaScript ya da TypeScript)', editorHint: 'Esc düzenleyiciden çıkar; sonra Tab ile ilerlersiniz.', submit: 'Teslim et', starter: 'Başlangıç koduna dön', history: 'Teslimleriniz', limits: 'Sınırlar: {wall} sn, {memory} MiB, {params} parametre, {epochs} epok; {seeds} tohumun ortancası sayılır.', off: 'Kod puanlama şu anda kapalı: yalıtım kanıtlanamadı. Teslimler sıraya girer ve açılınca puanlanır.' },
    state: { queued: 'Sırada', running: 'Çalışıyor', graded: 'Puanlandı', cancelled: 'İptal edildi', failed: 'Puanlanamadı' },
    stage: { preparing: 'Kutu hazırlanıyor', training: 'Eğitiliyor', scoring: 'Gizli veride ölçülüyor', run: '{run} / {runs}. çalıştırma', before: 'Önünüzde {n} teslim var.' },
    report: {
      title: 'Değerlendirme', score: '{score} / 100', cancel: 'İptal et', metric: 'Gizli veride {name}', perSeed: 'Tohum başına', interval: 'aralık', requirements: 'Koşullar', passed: 'sağlandı', notPassed: 'sağlanmadı', findings: 'Bulgular', output: 'Programın çıktısı', source: 'Teslim edilen kod', line: '{line}. satır', curve: 'Eğitim eğrisi', epoch: 'Epok', loss: 'Kayıp', accuracy: 'Doğruluk', engine: 'Motor', seeds: 'Tohumlar', back: 'Ödeve dön', truncated: 'Çıktı kısaltıldı.',
      failed: 'Puanlama bizden kaynaklanan bir hata yüzünden yapılamadı. Puan kaybetmediniz; dersin sorumlusu bunu görüyor.', cancelled: 'Bu teslim iptal edildi; hak kullanılmadı.', accuracyName: 'doğruluk', mseName: 'ortalama karesel hata',
    },
    failures: {
      notFound: 'Bu ödev ya da teslim size açık değil.', withdrawn: 'Bu ödev artık sunulmuyor.', pastDue: 'Teslim süresi doldu.', empty: 'Kod boş. Bir model kuran kod yazıp yeniden teslim edin.', tooLarge: 'Kod 256 KiB sınırını aşıyor. Verileri koda gömmeyin; xTrain ve yTrain hazır gelir.', notText: 'Kod okunamadı: UTF-8 metin olmalı.', tooManyWaiting: 'En çok {max} teslim aynı anda bekleyebilir. Birini iptal edin ya da bitmesini bekleyin.', noneLeft: 'Bu ödevde {max} teslim hakkınızı kullandınız.',
    },
  },
  {
    list: { title: 'Assignments', intro: 'Your code is trained on the server in a sealed box and measured on data you have not seen.', best: 'Best: {score} / 100', submissions: '{n} submissions', open: 'Open', none: 'Your course offers no assignment yet.' },
    task: { data: 'Data', editor: 'Your code (tfjs, JavaScript or TypeScript)', editorHint: 'Esc leaves the editor; then Tab moves on.', submit: 'Submit', starter: 'Back to the starter code', history: 'Your submissions', limits: 'Limits: {wall} s, {memory} MiB, {params} parameters, {epochs} epochs; the median of {seeds} seeds counts.', off: 'Code grading is off at the moment: the isolation could not be proven. Submissions queue and are graded when it is on again.' },
    state: { queued: 'Waiting', running: 'Running', graded: 'Graded', cancelled: 'Cancelled', failed: 'Not graded' },
    stage: { preparing: 'Preparing the box', training: 'Training', scoring: 'Measuring on hidden data', run: 'run {run} of {runs}', before: '{n} submissions are before yours.' },
    report: {
      title: 'Report', score: '{score} / 100', cancel: 'Cancel', metric: '{name} on hidden data', perSeed: 'Per seed', interval: 'interval', requirements: 'Requirements', passed: 'met', notPassed: 'not met', findings: 'Findings', output: 'Output of the program', source: 'Submitted code', line: 'line {line}', curve: 'Training curve', epoch: 'Epoch', loss: 'Loss', accuracy: 'Accuracy', engine: 'Engine', seeds: 'Seeds', back: 'Back to the assignment', truncated: 'The output was cut.',
      failed: 'Grading failed through a fault of ours. You lost no points; the course staff can see it.', cancelled: 'This submission was cancelled; it did not use up a try.', accuracyName: 'accuracy', mseName: 'mean squared error',
    },
    failures: {
      notFound: 'This assignment or submission is not open to you.', withdrawn: 'This assignment is no longer offered.', pastDue: 'The deadline has passed.', empty: 'The code is empty. Write code that builds a model and submit again.', tooLarge: 'The code is larger than 256 KiB. Do not put data into it; xTrain and yTrain are given.', notText: 'The code cannot be read: it must be UTF-8 text.', tooManyWaiting: 'At most {max} submissions can wait at a time. Cancel one or wait until it is done.', noneLeft: 'You have used your {max} submissions to this assignment.',
    },
  },
);
