import type { ReactNode } from 'react';

/** A table that scrolls sideways by itself on a phone, by touch and by keyboard, with a head that stays in sight. */
export function Table({
  caption,
  head,
  children,
}: {
  caption: string;
  head: ReactNode;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="data">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

export const Head = ({ children, number = false }: { children: ReactNode; number?: boolean }) => (
  <th scope="col" className={number ? 'number' : undefined}>
    {children}
  </th>
);

/** `number`: right-aligned with figures of one width. */
export const Cell = ({ children, number = false }: { children: ReactNode; number?: boolean }) => (
  <td className={number ? 'number' : undefined}>{children}</td>
);
