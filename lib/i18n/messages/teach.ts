import { messages } from '../messages.ts';

export const teach = messages(
  {
    overview: {
      title: 'Ders', courses: 'Dersler', students: 'Öğrenciler', student: 'Öğrenci', facts: '{term} · {students} öğrenci', joinCode: 'Katılım kodu', joinHint: 'Öğrenciler bu kodla kayıt olur.', none: 'Derste henüz öğrenci yok. Katılım kodunu paylaşın: {code}', noCourse: 'Size bağlı bir ders yok. Yöneticiden sizi bir derse eklemesini isteyin.', table: 'Her öğrencinin en iyi puanları', attemptCount: '{n} deneme', submissionCount: '{n} teslim', running: 'sürüyor', noScore: 'puan yok', noTry: 'hiç',
      exam: 'Sınav', assignment: 'Ödev', queue: 'Kuyruk', waiting: '{n} teslim sırada ya da çalışıyor.', failed: '{n} teslim bizden kaynaklanan bir hata yüzünden puanlanamadı.', grading: 'Kod puanlama', gradingOn: 'Açık: yalıtım kanıtlandı.', export: 'Dışa aktar', exportHint: 'CSV: ayırıcı noktalı virgül, UTF-8. Her indirme denetim kaydına yazılır.', scores: 'Puan tablosu', attempts: 'Denemeler', submissions: 'Teslimler',
    },
    student: { title: 'Öğrenci', attempts: 'Denemeler', submissions: 'Teslimler', noAttempts: 'Henüz deneme yok.', noSubmissions: 'Henüz teslim yok.', exam: 'Sınav', assignment: 'Ödev', drill: 'Benzer soru alıştırması', when: 'Zaman', state: 'Durum', score: 'Puan', open: 'sürüyor', handedIn: 'teslim edildi', clock: 'süre dolunca teslim edildi', back: 'Ders görünümüne dön' },
    attempt: { of: '{title}: {name}', untitled: 'Alıştırma', score: '{score} / {max} puan', questions: 'Sorular', back: 'Öğrenciye dön', topics: 'Konulara göre' },
    failed: { of: '{name}: {title}', again: 'Yeniden puanla', againOf: '{name} adlı öğrencinin {title} teslimini yeniden puanla', hint: 'Öğrenciler bu teslimlerde ne puan ne de hak kaybetti. Nedeni giderildiyse yeniden kuyruğa verin; önce üç kez denendi.' },
    submission: { incident: 'Hata kaydı' },
    failures: { notFound: 'Bu ders, öğrenci, deneme ya da teslim size açık değil. Adresi denetleyin ya da “Ders” sayfasından açın.', stillOpen: 'Bu kâğıt henüz teslim edilmedi; teslimden sonra burada görünür.', notFailed: 'Bu teslim yeniden sırada ya da okunabilen bir değerlendirmesi var. Sayfayı yenileyin.', wrongExport: 'Böyle bir dışa aktarım yok. “Ders” sayfasındaki bağlantılardan birini kullanın.' },
  },
  {
    overview: {
      title: 'Course', courses: 'Courses', students: 'Students', student: 'Student', facts: '{term} · {students, plural, one {# student} other {# students}}', joinCode: 'Join code', joinHint: 'Students sign up with this code.', none: 'The course has no students yet. Share the join code: {code}', noCourse: 'You do not teach a course yet. Ask the administrator to add you to one.', table: 'Best scores of every student', attemptCount: '{n, plural, one {# attempt} other {# attempts}}', submissionCount: '{n, plural, one {# submission} other {# submissions}}', running: 'under way', noScore: 'no score', noTry: 'none',
      exam: 'Exam', assignment: 'Assignment', queue: 'Queue', waiting: '{n, plural, one {# submission is} other {# submissions are}} waiting or running.', failed: '{n, plural, one {# submission} other {# submissions}} could not be graded through a fault of ours.', grading: 'Code grading', gradingOn: 'On: the isolation is proven.', export: 'Export', exportHint: 'CSV: separated by semicolons, UTF-8. Each download is written to the audit log.', scores: 'Table of scores', attempts: 'Attempts', submissions: 'Submissions',
    },
    student: { title: 'Student', attempts: 'Attempts', submissions: 'Submissions', noAttempts: 'No attempt yet.', noSubmissions: 'No submission yet.', exam: 'Exam', assignment: 'Assignment', drill: 'Drill of a similar question', when: 'Time', state: 'State', score: 'Score', open: 'under way', handedIn: 'handed in', clock: 'handed in when the time ran out', back: 'Back to the course' },
    attempt: { of: '{title}: {name}', untitled: 'Drill', score: '{score} / {max} points', questions: 'Questions', back: 'Back to the student', topics: 'By topic' },
    failed: { of: '{name}: {title}', again: 'Grade again', againOf: 'Grade the submission of {name} to {title} again', hint: 'Nobody lost points or a try here. Give them back to the queue once the cause is mended; three tries were made.' },
    submission: { incident: 'Incident' },
    failures: { notFound: 'This course, student, attempt or submission is not open to you. Check the address, or open it from the page "Course".', stillOpen: 'This paper has not been handed in yet; it shows here afterwards.', notFailed: 'This submission waits again, or has a report that can be read. Reload the page.', wrongExport: 'There is no such export. Use one of the links on the page "Course".' },
  },
);
