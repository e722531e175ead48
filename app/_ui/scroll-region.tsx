import type { ReactNode } from 'react';

type Props = { label: string; className: string } & ({ children: ReactNode; html?: never } | { html: string; children?: never });

/** Content that scrolls inside itself, by touch and by keyboard. `html` is rendered by our own Markdown and highlighter. */
export function ScrollRegion({ label, className, html, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className={className} {...(html === undefined ? {} : { dangerouslySetInnerHTML: { __html: html } })}>
      {children}
    </section>
  );
}
