type Props = {
  name: string;
  label: string;
  options: (readonly [value: string, text: string])[];
  chosen?: string;
};

/** A labelled choice from a list. */
export function Select({ name, label, options, chosen }: Props) {
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="font-semibold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={chosen} key={chosen}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
