import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const KINDS = {
  info: { Icon: Info, colours: 'bg-surface-2 text-text' },
  right: { Icon: CircleCheck, colours: 'bg-correct-surface text-correct' },
  wrong: { Icon: CircleAlert, colours: 'bg-wrong-surface text-wrong' },
  warning: { Icon: TriangleAlert, colours: 'bg-now-surface text-now' },
} as const;

/** A message with icon and word, so colour never carries the meaning alone. */
export function Notice({ kind, children }: { kind: keyof typeof KINDS; children: ReactNode }) {
  const t = useTranslations('common.notice');
  const { Icon, colours } = KINDS[kind];
  return (
    <div className={`flex gap-2 rounded px-3 py-2 ${colours}`}>
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
      <div>
        <strong className="sr-only">{t(kind)}: </strong>
        {children}
      </div>
    </div>
  );
}
