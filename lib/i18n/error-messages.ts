import { messages } from './messages.ts';

/** The few sentences of the error pages, apart from all others: they are in the JavaScript of every page. */
export const errorMessages = messages(
  {
    title: 'Bir şeyler ters gitti',
    text: 'Hata bizden kaynaklandı; kaydedilmiş yanıtlarınız güvende. Yeniden deneyin. Sürerse dersin sorumlusuna şu kodu iletin:',
    retry: 'Yeniden dene',
    stale: {
      title: 'Sayfa eskimiş',
      text: 'Sunucu, bu sekme açıldıktan sonra güncellendi. Sayfayı yenileyip yeniden deneyin; kaydedilmiş hiçbir şey kaybolmadı.',
      retry: 'Sayfayı yenile',
    },
  },
  {
    title: 'Something went wrong',
    text: 'The mistake is ours; your saved answers are safe. Try again. If it goes on, give the course staff this code:',
    retry: 'Try again',
    stale: {
      title: 'This page is out of date',
      text: 'The server was updated after this tab was opened. Reload the page and try again; nothing that was saved is lost.',
      retry: 'Reload the page',
    },
  },
);
