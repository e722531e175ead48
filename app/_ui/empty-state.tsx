import Link from 'next/link';
import type { ReactNode } from 'react';

/** Where a list would be: why there is nothing, and the next step. */
export function EmptyState({
  children,
  step,
}: {
  children: ReactNode;
  step?: { href: string; text: string };
}) {
  return (
    <div className="grid max-w-prose gap-2 py-4 text-text-2">
      <p>{children}</p>
      {step ? (
        <p>
          <Link href={step.href} className="link">
            {step.text}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
