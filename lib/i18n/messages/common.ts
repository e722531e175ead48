import { messages } from '../messages.ts';

export const common = messages(
  {
    product: 'Derin',
    tagline: 'Derin öğrenme dersine, gerçek sınav soruları ve gerçekten eğitilen modellerle hazırlanın.',
    skip: 'İçeriğe geç',
    nav: {
      label: 'Ana menü',
      home: 'Ana sayfa',
      practice: 'Deneme sınavları',
      assignments: 'Ödevler',
      teach: 'Ders',
      admin: 'Yönetim',
      account: 'Hesap',
      logIn: 'Giriş',
      logOut: 'Çıkış',
      signUp: 'Kayıt ol',
    },
    language: { label: 'Dil', tr: 'Türkçe', en: 'English' },
    theme: { label: 'Görünüm', system: 'Sistem', light: 'Açık', dark: 'Koyu' },
    notice: { info: 'Bilgi', right: 'Doğru', wrong: 'Hata', warning: 'Uyarı' },
    back: 'Geri dön',
    failures: {
      notLoggedIn: 'Oturumunuz kapanmış. Yeniden giriş yapın; kaydedilmiş hiçbir şey kaybolmaz.',
      notAllowed: 'Bunun için yetkiniz yok. Başka bir hesapla giriş yapmanız gerekebilir.',
      notFound: 'Bu kayıt bulunamadı ya da size açık değil. Adresi denetleyin.',
      foreignSite: 'İstek başka bir siteden geldi ve reddedildi. Sayfayı yenileyip yeniden deneyin.',
      unknown:
        'Beklenmeyen bir hata oldu. Yeniden deneyin; sürerse bu kodu dersin sorumlusuna iletin: {code}',
    },
    notFound: {
      title: 'Sayfa bulunamadı',
      text: 'Adres yanlış olabilir ya da bu içerik size açık değil.',
      home: 'Ana sayfaya dön',
    },
    forbidden: {
      title: 'Bu sayfa size açık değil',
      text: 'Hesabınızın rolü bu sayfayı görmeye yetmiyor. Yanlış hesapla girdiyseniz çıkış yapıp öbürüyle girin.',
    },
  },
  {
    product: 'Derin',
    tagline:
      'Prepare for the deep-learning course with real exam questions and models that are really trained.',
    skip: 'Skip to content',
    nav: {
      label: 'Main menu',
      home: 'Home',
      practice: 'Practice exams',
      assignments: 'Assignments',
      teach: 'Course',
      admin: 'Administration',
      account: 'Account',
      logIn: 'Log in',
      logOut: 'Log out',
      signUp: 'Sign up',
    },
    language: { label: 'Language', tr: 'Türkçe', en: 'English' },
    theme: { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },
    notice: { info: 'Note', right: 'Right', wrong: 'Error', warning: 'Warning' },
    back: 'Go back',
    failures: {
      notLoggedIn: 'Your session has ended. Log in again; nothing that was saved is lost.',
      notAllowed: 'You do not have the right to do this. You may need to log in with another account.',
      notFound: 'This was not found, or it is not open to you. Check the address.',
      foreignSite: 'The request came from another site and was refused. Reload the page and try again.',
      unknown:
        'Something unexpected happened. Try again; if it goes on, tell the course staff this code: {code}',
    },
    notFound: {
      title: 'Page not found',
      text: 'The address may be wrong, or this content is not open to you.',
      home: 'Back to the home page',
    },
    forbidden: {
      title: 'This page is not open to you',
      text: 'The role of your account does not allow it. If you logged in with the wrong account, log out and use the other one.',
    },
  },
);
