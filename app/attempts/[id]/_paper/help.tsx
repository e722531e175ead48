import { Keyboard } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';

const KEYS = [['1–9, A–E', 'choose'], ['J, Alt+→', 'next'], ['K, Alt+←', 'previous'], ['F', 'flag'], ['?', 'help']] as const;

/** The keys of this page. The dialog is the browser's own: Escape closes it and focus returns. */
export function Help({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useTranslations('exam.paper.help');
  return (
    <>
      <button className="hidden min-h-11 cursor-pointer items-center gap-2 text-sm text-brand underline lg:inline-flex" onClick={() => dialog.current?.showModal()}>
        <Keyboard aria-hidden className="size-4" /> {t('title')}
      </button>
      <dialog ref={dialog} aria-labelledby="keys" className="m-auto max-w-md rounded bg-surface p-5 text-text backdrop:bg-black/50">
        <h2 id="keys">{t('title')}</h2>
        <dl className="my-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {KEYS.map(([keys, name]) => <div key={name} className="contents"><dt><kbd>{keys}</kbd></dt><dd>{t(name)}</dd></div>)}
        </dl>
        <p className="mb-3 text-sm text-text-2">{t('note')}</p>
        <form method="dialog"><button className="button">{t('close')}</button></form>
      </dialog>
    </>
  );
}
