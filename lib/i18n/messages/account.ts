import { messages } from '../messages.ts';

export const account = messages(
  {
    logIn: { title: 'Giriş', email: 'E-posta', password: 'Parola', submit: 'Giriş yap', noAccount: 'Hesabınız yok mu?', signUp: 'Kayıt olun' },
    signUp: {
      title: 'Kayıt ol', name: 'Ad soyad', joinCode: 'Ders kodu', joinCodeHint: 'Kodu dersin sorumlusundan alırsınız.', passwordHint: 'En az 10 karakter.',
      submit: 'Kayıt ol', haveAccount: 'Hesabınız var mı?', logIn: 'Giriş yapın',
    },
    settings: { title: 'Hesap', password: 'Parolayı değiştir', current: 'Şimdiki parola', next: 'Yeni parola', save: 'Parolayı değiştir', changed: 'Parola değişti. Yeni parolanızla yeniden giriş yapın.', role: { student: 'Öğrenci', instructor: 'Öğretim elemanı', admin: 'Yönetici' } },
    home: { title: 'Merhaba, {name}', practice: 'Deneme sınavları', practiceText: 'Ders notlarından çıkan sorularla kendinizi sınayın; her seçeneğin açıklaması sonuçta.', assignments: 'Ödevler', assignmentsText: 'Model kodunuzu teslim edin; sunucu eğitip gizli veride puanlasın.', open: 'Aç' },
    start: { title: 'Sınava değil, konuya hakim gelin', practice: 'Denemeye başla' },
    fields: {
      name: 'Ad soyad 2–100 karakter olmalı.', email: 'Geçerli bir e-posta adresi yazın.', password: 'Parola en az 10 karakter olmalı.', next: 'Yeni parola en az 10 karakter olmalı.',
      joinCode: 'Ders kodunu yazın.', current: 'Şimdiki parolanızı yazın.', lang: 'Dil seçin.',
    },
    failures: {
      wrongLogIn: 'E-posta ya da parola yanlış. Yazımı denetleyip yeniden deneyin.',
      rateLimited: 'Çok fazla yanlış deneme oldu. On beş dakika sonra yeniden deneyin.',
      unknownJoinCode: 'Bu ders kodu bulunamadı. Kodu dersin sorumlusundan doğrulayın.',
      emailTaken: 'Bu e-posta ile bir hesap var. Giriş yapın ya da dersin sorumlusundan parola sıfırlama isteyin.',
      wrongPassword: 'Şimdiki parola yanlış.',
      unknownEmail: 'Bu e-posta ile hesap yok: {email}',
    },
  },
  {
    logIn: { title: 'Log in', email: 'E-mail', password: 'Password', submit: 'Log in', noAccount: 'No account yet?', signUp: 'Sign up' },
    signUp: {
      title: 'Sign up', name: 'Full name', joinCode: 'Course code', joinCodeHint: 'The course staff gives you this code.', passwordHint: 'At least 10 characters.',
      submit: 'Sign up', haveAccount: 'Already have an account?', logIn: 'Log in',
    },
    settings: { title: 'Account', password: 'Change password', current: 'Current password', next: 'New password', save: 'Change password', changed: 'The password was changed. Log in again with the new one.', role: { student: 'Student', instructor: 'Instructor', admin: 'Administrator' } },
    home: { title: 'Hello, {name}', practice: 'Practice exams', practiceText: 'Test yourself on questions drawn from the course notes; the result explains every option.', assignments: 'Assignments', assignmentsText: 'Hand in model code; the server trains it and scores it on hidden data.', open: 'Open' },
    start: { title: 'Come to the exam knowing the subject', practice: 'Start practising' },
    fields: {
      name: 'The name must have 2–100 characters.', email: 'Enter a valid e-mail address.', password: 'The password needs at least 10 characters.', next: 'The new password needs at least 10 characters.',
      joinCode: 'Enter the course code.', current: 'Enter your current password.', lang: 'Choose a language.',
    },
    failures: {
      wrongLogIn: 'The e-mail or the password is wrong. Check the spelling and try again.',
      rateLimited: 'There were too many wrong tries. Try again in fifteen minutes.',
      unknownJoinCode: 'There is no such course code. Check it with the course staff.',
      emailTaken: 'There is an account with this e-mail. Log in, or ask the course staff for a new password.',
      wrongPassword: 'The current password is wrong.',
      unknownEmail: 'There is no account with this e-mail: {email}',
    },
  },
);
