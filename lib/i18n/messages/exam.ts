import { messages } from '../messages.ts';

export const exam = messages(
  {
    practice: {
      title: 'Deneme sınavları', intro: 'Her deneme soru havuzundan sizin için kurulur; en az gördüğünüz sorular önce gelir.', facts: '{questions} soru · {duration}',
      start: 'Başla', resume: 'Devam et', again: 'Yeni deneme', last: 'Son sonuç', best: 'En iyi: {percent}', sittings: '{count} deneme', none: 'Dersinizde henüz deneme yok. Dersin sorumlusu açtığında burada görünür.',
    },
    paper: {
      drill: 'Benzer soru', question: '{position}. soru', of: '{position} / {count}', points: '{points} puan', palette: 'Sorular', paletteOpen: 'Soru listesi', answered: 'yanıtlandı', flagged: 'işaretli', open: 'boş', current: 'şu anki',
      flag: 'İşaretle', previous: 'Önceki', next: 'Sonraki', finish: 'Bitir ve özetle', clock: 'Kalan süre', hideClock: 'Süreyi gizle', showClock: 'Süreyi göster', minutesLeft: '{minutes} dakika kaldı.', timeOver: 'Süre doldu; kaydedilen yanıtlar teslim ediliyor.',
      saving: 'Kaydediliyor…', saved: 'Kaydedildi {time}', offline: 'Bağlantı yok; yanıtınız bu cihazda duruyor, yeniden gönderilecek.', refused: 'Kaydedilemedi: {reason}', readAs: 'Okunan: {value}', notYet: 'Değişiklik yok',
      summary: 'Teslimden önce', unanswered: 'Boş sorular: {list}', allAnswered: 'Bütün soruları yanıtladınız.', flaggedList: 'İşaretli sorular: {list}', handIn: 'Teslim et', handInNote: 'Teslimden sonra yanıtlar değiştirilemez; sonuç ve açıklamalar hemen görünür.', back: 'Sorulara dön',
      progress: '{answered} / {count} yanıtlandı', leave: 'Ara ver', loggedOut: 'Oturumunuz kapandı; yanıtınız bu cihazda duruyor. Giriş yapınca kendiliğinden gönderilir.', logIn: 'Yeni sekmede giriş yap',
      handInState: { unsent: 'Bazı yanıtlar henüz sunucuya ulaşmadı, bu yüzden kâğıt teslim edilmedi. Bağlantınızı denetleyip yeniden deneyin.', failed: 'Kâğıt teslim edilemedi; yanıtlarınız kayıtlı. Yeniden deneyin.' },
      help: { title: 'Klavye', choose: 'seçeneği işaretler', next: 'sonraki soru', previous: 'önceki soru', flag: 'soruyu işaretler', help: 'bu listeyi açar', note: 'Bir kutuya yazarken bu tuşlar kapalıdır.', close: 'Kapat' }, true: 'Doğru', false: 'Yanlış', judgement: 'Önerme', reason: 'Gerekçe', choose: 'Seçin', answer: 'Yanıtınız',
      numberHint: 'Ondalık için virgül ya da nokta; 1/2 ve 5e-1 de olur.', shapeHint: 'Örneğin (None, 28, 28, 1); batch ekseni None.', left: 'Sol parantez', right: 'Sağ parantez', low: 'Alt sınır', high: 'Üst sınır', endHint: 'Sayı, -inf ya da inf, alpha ya da -alpha.', blank: '{name}. boşluk', row: 'Satır', leaveClear: 'Seçimi temizle',
    },
    result: {
      title: 'Sonuç', score: '{score} / {max} puan', byClock: 'Süre dolduğu için sunucu teslim etti.', topics: 'Konulara göre', topic: 'Konu', points: 'Puan', questions: 'Sorular', yours: 'Yanıtınız', key: 'Doğru yanıt', empty: 'Boş bırakıldı', solution: 'Çözüm',
      right: 'Doğru', wrong: 'Yanlış', partly: 'Kısmen doğru', unreadable: 'Okunamadı', chosen: 'sizin seçiminiz', correct: 'doğru', incorrect: 'yanlış', yoursRight: 'yanıtınız doğru', yoursWrong: 'yanıtınız yanlış', yoursEmpty: 'boş bıraktınız', lines: 'Ders notları, satır {lines}', conflict: 'Notlarla fark', source: 'Kaynak', similar: 'Benzerini dene', receipts: 'Kayıt belgelerini indir', receiptsNote: 'Yanıtlarınızın ne zaman kaydedildiğinin imzalı kanıtı.', again: 'Deneme sınavlarına dön', batchAxis: 'Batch ekseni yazılmamış; bu kez doğru sayıldı, None ile yazın.',
    },
    sample: {
      title: 'Bir soru deneyin', intro: 'Günün sorusu; her gün değişir. Yanıtınızı sunucu, sınavdaki gibi değerlendirir.', check: 'Yanıtı denetle', again: 'Yeniden dene', more: 'Sınavdan sonra her sorunun her seçeneği böyle açıklanır. Kayıt olursanız konu konu denemelere girer, kaldığınız yerden sürdürürsünüz.',
    },
    formats: {
      empty: 'Yanıt boş.', notANumber: 'Yanıt sayı olarak okunamadı. 0,5 · 1/2 · 5e-1 gibi yazın.', thousands: '“1.000” bin mi bir mi belli değil. Binlik ayırıcı kullanmayın: 1000 ya da 1,0 yazın.', divisionByZero: 'Payda sıfır olamaz.', percentNotAsked: 'Bu soruda yüzde işareti kullanmayın.',
      notAShape: 'Biçim okunamadı. (None, 28, 28, 1) gibi yazın.', notAnEnd: 'Sınır okunamadı. Sayı, -inf, inf ya da alpha yazın.', noBracket: 'Parantez türünü seçin.', unknownOption: 'Bilinmeyen bir seçenek geldi. Sayfayı yenileyin.', wrongForm: 'Yanıt bu soruya uymuyor. Sayfayı yenileyin.',
    },
    failures: {
      notFound: 'Bu sınav ya da soru size açık değil. Adresi denetleyin ya da “Deneme sınavları” sayfasından açın.', handedIn: 'Bu kâğıt teslim edildi; yanıtlar değiştirilemez. Teslimden önceki kayıtlarınız geçerli, sonucu açabilirsiniz.', timeOver: 'Süre doldu; son kaydınız geçerli. Sonucu açabilirsiniz.', stillOpen: 'Sonuç teslimden sonra açılır. Önce kâğıdı teslim edin.', staleSave: 'Başka bir sekmede daha yeni bir yanıt kaydedildi. Görmek için sayfayı yenileyin.', wrongForm: 'Yanıt bu soruya uymuyor. Sayfayı yenileyin; önceki kaydınız duruyor.',
      tooLarge: 'Yanıt çok uzun. Kısaltıp yeniden deneyin; önceki kaydınız duruyor.', withdrawn: 'Bu deneme artık sunulmuyor. Listeden başka bir deneme seçin; eski sonuçlarınız duruyor.', notOpen: 'Bu sınav henüz açılmadı. Açılış zamanını dersin sorumlusundan öğrenin.', closed: 'Bu sınav kapandı. Önceki denemelerinizin sonucu duruyor; ek süre için dersin sorumlusuna başvurun.', noAttemptsLeft: 'Deneme hakkınız kalmadı. En iyi sonucunuz geçerli; ek hak için dersin sorumlusuna başvurun.', quotaUnmet: 'Soru havuzu bu sınavı kurmaya yetmiyor ({section}. bölüm: {wanted} gerekli, {available} var). Dersin sorumlusuna bildirin.', retired: 'Bu sorunun benzeri artık yok. Yeni bir deneme başlatın; aynı konudan sorular gelir.', sampleOver: 'O soru bugünün sorusu değil. İşte bugünkü:', sampleLimit: 'Bu ağdan çok fazla deneme yapıldı. On beş dakika sonra yeniden deneyin.',
    },
  },
  {
    practice: {
      title: 'Practice exams', intro: 'Each practice exam is put together for you from the question bank; the questions you have seen least come first.', facts: '{questions} questions · {duration}',
      start: 'Start', resume: 'Continue', again: 'New attempt', last: 'Last result', best: 'Best: {percent}', sittings: '{count, plural, one {# attempt} other {# attempts}}', none: 'Your course offers no practice exam yet. It will appear here as soon as the staff opens one.',
    },
    paper: {
      drill: 'A similar question', question: 'Question {position}', of: '{position} / {count}', points: '{points} points', palette: 'Questions', paletteOpen: 'List of questions', answered: 'answered', flagged: 'flagged', open: 'open', current: 'current',
      flag: 'Flag', previous: 'Previous', next: 'Next', finish: 'Finish and review', clock: 'Time left', hideClock: 'Hide the clock', showClock: 'Show the clock', minutesLeft: '{minutes} minutes left.', timeOver: 'The time is over; what was saved is being handed in.',
      saving: 'Saving…', saved: 'Saved {time}', offline: 'No connection; your answer is kept on this device and will be sent again.', refused: 'Not saved: {reason}', readAs: 'Read as: {value}', notYet: 'No changes',
      summary: 'Before you hand in', unanswered: 'Open questions: {list}', allAnswered: 'You have answered every question.', flaggedList: 'Flagged questions: {list}', handIn: 'Hand in', handInNote: 'After handing in, answers can no longer be changed; the result and its explanations appear at once.', back: 'Back to the questions',
      progress: '{answered} / {count} answered', leave: 'Take a break', loggedOut: 'Your session has ended; your answer is kept on this device and will be sent once you have logged in.', logIn: 'Log in in a new tab',
      handInState: { unsent: 'Some answers have not reached the server yet, so the paper was not handed in. Check your connection and try again.', failed: 'The paper could not be handed in; your answers are saved. Try again.' },
      help: { title: 'Keyboard', choose: 'choose an option', next: 'next question', previous: 'previous question', flag: 'flag the question', help: 'open this list', note: 'These keys are off while you type in a box.', close: 'Close' }, true: 'True', false: 'False', judgement: 'Statement', reason: 'Reason', choose: 'Choose', answer: 'Your answer',
      numberHint: 'Comma or point for decimals; 1/2 and 5e-1 work too.', shapeHint: 'For example (None, 28, 28, 1); the batch axis is None.', left: 'Left bracket', right: 'Right bracket', low: 'Lower end', high: 'Upper end', endHint: 'A number, -inf or inf, alpha or -alpha.', blank: 'Blank {name}', row: 'Row', leaveClear: 'Clear the choice',
    },
    result: {
      title: 'Result', score: '{score} / {max} points', byClock: 'The time ran out, so the server handed in.', topics: 'By topic', topic: 'Topic', points: 'Points', questions: 'Questions', yours: 'Your answer', key: 'Correct answer', empty: 'Left open', solution: 'Solution',
      right: 'Right', wrong: 'Wrong', partly: 'Partly right', unreadable: 'Could not be read', chosen: 'your choice', correct: 'correct', incorrect: 'wrong', yoursRight: 'your answer is right', yoursWrong: 'your answer is wrong', yoursEmpty: 'you left it open', lines: 'Course notes, line {lines}', conflict: 'Where the notes differ', source: 'Source', similar: 'Try a similar one', receipts: 'Download the receipts', receiptsNote: 'Signed proof of when your answers were saved.', again: 'Back to the practice exams', batchAxis: 'The batch axis is missing; it counted as right this time, write it as None.',
    },
    sample: {
      title: 'Try a question', intro: 'The question of the day; tomorrow brings another. The server grades your answer as it does in an exam.', check: 'Check the answer', again: 'Try again', more: 'After an exam, every option of every question is explained like this. Sign up to practise topic by topic and to continue where you stopped.',
    },
    formats: {
      empty: 'The answer is empty.', notANumber: 'The answer cannot be read as a number. Write it like 0.5 · 1/2 · 5e-1.', thousands: '"1.000" may mean one or one thousand. Leave out thousands separators: write 1000 or 1.0.', divisionByZero: 'The denominator cannot be zero.', percentNotAsked: 'This question asks for no percent sign.',
      notAShape: 'The shape cannot be read. Write it like (None, 28, 28, 1).', notAnEnd: 'The end cannot be read. Write a number, -inf, inf or alpha.', noBracket: 'Choose the kind of bracket.', unknownOption: 'An unknown option arrived. Reload the page.', wrongForm: 'The answer does not fit this question. Reload the page.',
    },
    failures: {
      notFound: 'This exam or question is not open to you. Check the address, or open it from the page "Practice exams".', handedIn: 'This paper was handed in; answers can no longer be changed. What was saved before counts, and you can open the result.', timeOver: 'The time is over; your last save counts. You can open the result.', stillOpen: 'The result opens after hand-in. Hand in the paper first.', staleSave: 'A newer answer was saved in another tab. Reload the page to see it.', wrongForm: 'The answer does not fit this question. Reload the page; your earlier save is kept.',
      tooLarge: 'The answer is too long. Shorten it and try again; your earlier save is kept.', withdrawn: 'This practice exam is no longer offered. Choose another one from the list; your earlier results are kept.', notOpen: 'This exam is not open yet. Ask the course staff when it opens.', closed: 'This exam is closed. The results of your earlier attempts are kept; ask the course staff for more time.', noAttemptsLeft: 'You have no attempts left. Your best result counts; ask the course staff for another attempt.', quotaUnmet: 'The question bank cannot fill this exam (section {section}: {wanted} needed, {available} there). Tell the course staff.', retired: 'There is no similar question any more. Start a new practice exam; it asks about the same topic.', sampleOver: 'That is not the question of today. Here is the one that is:', sampleLimit: 'There were too many tries from this network. Try again in fifteen minutes.',
    },
  },
);
