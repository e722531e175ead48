import { useId, type ReactNode } from 'react';

/** A part of a page under its own heading: space and alignment, no box. */
export function Section({
  title,
  children,
  className = '',
}: {
  title: string;
  children: ReactNode;
  className?: string;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`grid content-start gap-3 ${className}`}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
