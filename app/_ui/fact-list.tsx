/** Names with their values, one pair a line. */
export const FactList = ({ facts }: { facts: [name: string, value: string][] }) => (
  <dl className="grid grid-cols-[fit-content(55%)_1fr] gap-x-6 gap-y-1">
    {facts.map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-text-2">{name}</dt>
        <dd className="tabular-nums">{value}</dd>
      </div>
    ))}
  </dl>
);
