import { messages } from '../messages.ts';

export const account = messages(
  {
    logIn: {
      title: 'Giriş', email: 'E-posta', password: 'Parola', submit: 'Giriş yap', noAccount: 'Hesabınız yok mu?', signUp: 'Kayıt olun',
      joined: 'Hesabınız açıldı. Şimdi giriş yapın.', forgotten: 'Parolanızı unuttuysanız dersin sorumlusundan yenisini isteyin.',
    },
    signUp: {
      title: 'Kayıt ol', name: 'Ad soyad', joinCode: 'Ders kodu', joinCodeHint: 'Kodu dersin sorumlusundan alırsınız.', passwordHint: 'En az 10 karakter.',
      submit: 'Kayıt ol', haveAccount: 'Hesabınız var mı?', logIn: 'Giriş yapın',
    },
    settings: {
      title: 'Hesap', email: 'E-posta', courses: 'Dersler', profile: 'Ad', saveName: 'Adı kaydet', nameSaved: 'Ad kaydedildi.', display: 'Görünüm ve dil',
      password: 'Parolayı değiştir', current: 'Şimdiki parola', next: 'Yeni parola', save: 'Parolayı değiştir', changed: 'Parola değişti. Başka cihazlardaki oturumlarınız kapandı.',
      role: { student: 'Öğrenci', instructor: 'Öğretim elemanı', admin: 'Yönetici' },
    },
    home: {
      title: 'Merhaba, {name}', continue: 'Kaldığınız yerden sürdürün', resume: 'Sürdür',
      practice: 'Deneme sınavları', practiceText: 'Ders notlarından çıkan sorularla kendinizi sınayın; sonuçta her seçeneğin açıklaması var.',
      assignments: 'Ödevler', assignmentsText: 'Model kodunuzu teslim edin; sunucu eğitip gizli veride puanlasın.',
      teach: 'Ders', teachText: 'Öğrencilerin denemelerini ve teslimlerini görün, puanları indirin.', open: 'Aç',
    },
    start: { title: 'Sınava konuya hâkim olarak girin', practice: 'Denemeye başla' },
    fields: {
      name: 'Ad soyad 2–100 karakter olmalı.', email: 'Geçerli bir e-posta adresi yazın, örneğin ad@universite.edu.tr.', password: 'Parola 10–200 karakter olmalı.', next: 'Yeni parola 10–200 karakter olmalı.',
      joinCode: 'Ders kodunu yazın: 4–20 karakter.', current: 'Şimdiki parolanızı yazın.', lang: 'Dil seçin.',
    },
    failures: {
      wrongLogIn: 'E-posta ya da parola yanlış. Yazımı denetleyip yeniden deneyin.',
      rateLimited: 'Çok fazla yanlış deneme oldu. On beş dakika sonra yeniden deneyin.',
      unknownJoinCode: 'Bu ders kodu bulunamadı. Kodu dersin sorumlusundan doğrulayın.',
      emailTaken: 'Bu e-posta ile bir hesap var. Giriş yapın ya da dersin sorumlusundan parola sıfırlama isteyin.',
      wrongPassword: 'Şimdiki parola yanlış; hiçbir şey değişmedi. Yeniden yazın.',
      unknownEmail: 'Bu e-posta ile hesap yok: {email}. Yazımı denetleyin.',
    },
  },
  {
    logIn: {
      title: 'Log in', email: 'E-mail', password: 'Password', submit: 'Log in', noAccount: 'No account yet?', signUp: 'Sign up',
      joined: 'Your account is ready. Log in now.', forgotten: 'If you forgot your password, ask the course staff for a new one.',
    },
    signUp: {
      title: 'Sign up', name: 'Full name', joinCode: 'Course code', joinCodeHint: 'The course staff gives you this code.', passwordHint: 'At least 10 characters.',
      submit: 'Sign up', haveAccount: 'Already have an account?', logIn: 'Log in',
    },
    settings: {
      title: 'Account', email: 'E-mail', courses: 'Courses', profile: 'Name', saveName: 'Save name', nameSaved: 'The name was saved.', display: 'Display and language',
      password: 'Change password', current: 'Current password', next: 'New password', save: 'Change password', changed: 'The password was changed. Your sessions on other devices have ended.',
      role: { student: 'Student', instructor: 'Instructor', admin: 'Administrator' },
    },
    home: {
      title: 'Hello, {name}', continue: 'Continue where you stopped', resume: 'Continue',
      practice: 'Practice exams', practiceText: 'Test yourself on questions drawn from the course notes; the result explains every option.',
      assignments: 'Assignments', assignmentsText: 'Hand in model code; the server trains it and scores it on hidden data.',
      teach: 'Course', teachText: 'See what students have sat and handed in, and download the scores.', open: 'Open',
    },
    start: { title: 'Go into the exam knowing the subject', practice: 'Start practising' },
    fields: {
      name: 'The name must have 2–100 characters.', email: 'Enter a valid e-mail address, for example name@university.edu.', password: 'The password must have 10–200 characters.', next: 'The new password must have 10–200 characters.',
      joinCode: 'Enter the course code: 4–20 characters.', current: 'Enter your current password.', lang: 'Choose a language.',
    },
    failures: {
      wrongLogIn: 'The e-mail or the password is wrong. Check the spelling and try again.',
      rateLimited: 'There were too many wrong tries. Try again in fifteen minutes.',
      unknownJoinCode: 'There is no such course code. Check it with the course staff.',
      emailTaken: 'There is an account with this e-mail. Log in, or ask the course staff for a new password.',
      wrongPassword: 'The current password is wrong; nothing was changed. Type it again.',
      unknownEmail: 'There is no account with this e-mail: {email}. Check the spelling.',
    },
  },
);
