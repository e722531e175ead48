'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A link of a menu that tells when one is there; `exact`: not on the pages below. */
export function NavLink({ href, text, exact = false }: { href: string; text: string; exact?: boolean }) {
  const path = usePathname();
  const here = path === href || (!exact && path.startsWith(`${href}/`));
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
