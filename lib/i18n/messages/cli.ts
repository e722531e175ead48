import { messages } from '../messages.ts';

export const cli = messages(
  {
    failures: {
      usage: 'Yanlış kullanım: {problem}. Kullanım için: npm run -s derin -- help',
      failed:
        'Beklenmeyen bir hata oldu: {problem}. Yeniden deneyin; sürerse bu satırı bir hata kaydına ekleyin.',
      unknownQuestion:
        'Bankada okunabilen bir "{id}" sorusu yok. Kimlik, question-bank/questions altındaki dosyanın adıdır; hatalı dosyaları "bank check" gösterir.',
      unknownBlueprint: '"{id}" adlı bir sınav planı yok. Var olanlar: {known}.',
      unknownAssignment: '"{id}" adlı bir ödev yok. Var olanlar: {known}.',
      unknownStudent: '"{id}" kimlikli bir öğrenci yok. Kimlik "usr_" ile başlar; "user add" onu yazar.',
      unreadableFile: '"{file}" okunamadı ({reason}). Yolu ve dosyanın izinlerini denetleyin.',
      answerNoJson: 'Yanıt JSON olarak okunamadı. Şöyle yazın: --answer {example}',
      userFields: 'Hesap açılmadı: {fields}. Düzeltip yeniden deneyin.',
      gradingOff:
        'Kod puanlama kapalı, çünkü yalıtım kanıtlanamadı: {reason}. Ayrıntıları "doctor" gösterir.',
      assignmentName: '"{id}" bir ödev adı olamaz: a42 gibi, a ve iki rakam olmalı.',
      assignmentExists: '{id} adlı bir ödev zaten var. Başka bir ad seçin.',
      faultyAssignment: '{file}:{line}: {problem}. Düzeltip yeniden deneyin.',
      trialsMissing: '{id} için reference.js ve wrong/ altında en az bir yanlış teslim gerekir. Eksik olanı ekleyip yeniden deneyin.',
      referenceWithoutMetric:
        '{id} ödevinin referansı bir çalıştırmada ölçüt vermedi. Önce onu düzeltin; hiçbir şey kaydedilmedi.',
      engineNotUsable:
        '"{engine}" motoru burada kullanılamıyor: {reason}. Bütün motorların durumunu "doctor" gösterir.',
      noReceipt: '"{file}" bir kayıt belgesi değil. Sonuç sayfasından indirilen dosyayı olduğu gibi verin.',
      noInstallation: '"{folder}" klasöründe kurulmuş bir Derin yok, oysa belgeler yalnız kendilerini imzalayan kurulumda sınanır. DERIN_DATA ile onun klasörünü gösterin.',
      benchPython:
        'DERIN_BENCH_PYTHON bir Python göstermeli ve onda keras, tensorflow ve jax kurulu olmalı: {problem}.',
      bankFaults:
        'Bankada {count} hata var, bu yüzden hiçbir şey kilitlenmedi. Hataları "bank check" sıralar.',
    },
  },
  {
    failures: {
      usage: 'Wrong usage: {problem}. How it is used: npm run -s derin -- help',
      failed: 'Something unexpected happened: {problem}. Try again; if it goes on, file this line as a bug.',
      unknownQuestion:
        'The bank has no readable question "{id}". An id is the name of a file under question-bank/questions; "bank check" names the files with faults.',
      unknownBlueprint: 'There is no blueprint "{id}". Known: {known}.',
      unknownAssignment: 'There is no assignment "{id}". Known: {known}.',
      unknownStudent: 'There is no student "{id}". An id begins with "usr_"; "user add" prints it.',
      unreadableFile: '"{file}" cannot be read ({reason}). Check the path and the rights on the file.',
      answerNoJson: 'The answer is not JSON. Write it like --answer {example}',
      userFields: 'No account was made: {fields}. Correct it and try again.',
      gradingOff:
        'Code grading is off, because the isolation could not be proven: {reason}. "doctor" shows the details.',
      assignmentName: '"{id}" is no name for an assignment: a and two digits, as in a42.',
      assignmentExists: 'There is an assignment {id} already. Choose another name.',
      faultyAssignment: '{file}:{line}: {problem}. Mend it and try again.',
      trialsMissing: '{id} needs reference.js and at least one wrong submission in wrong/. Add what is missing and try again.',
      referenceWithoutMetric:
        'A training of the reference of {id} gave no metric. Mend it first; nothing was stored.',
      engineNotUsable:
        'The engine "{engine}" cannot be used here: {reason}. "doctor" shows the state of every engine.',
      noReceipt: '"{file}" is no receipt. Give the file as it was downloaded from the result page.',
      noInstallation: 'There is no Derin installed in "{folder}", and receipts can be verified only by the installation that signed them. Name its folder with DERIN_DATA.',
      benchPython: 'DERIN_BENCH_PYTHON must name a Python that has keras, tensorflow and jax: {problem}.',
      bankFaults: 'The bank has {count} faults, so nothing was locked. "bank check" lists them.',
    },
  },
);
