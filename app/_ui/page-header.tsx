import type { ReactNode } from 'react';

/** The heading of a page, with a line about it. */
export function PageHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="grid gap-2">
      <h1>{title}</h1>
      {children ? <div className="max-w-prose text-text-2">{children}</div> : null}
    </header>
  );
}
