'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A link of the main menu that tells when one is there. */
export function NavLink({ href, text }: { href: string; text: string }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="inline-flex min-h-11 items-center no-underline hover:underline aria-[current=page]:font-bold aria-[current=page]:shadow-[inset_0_-3px_var(--brand)]"
    >
      {text}
    </Link>
  );
}
