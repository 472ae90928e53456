import { useId } from 'react'

interface ChoiceFieldProps<T extends string> {
  label: string
  choices: readonly { value: T; title: string }[]
  value: T
  onChange(value: T): void
}

/** A few choices side by side: native radio buttons, so arrows and screen readers work by themselves. */
export function ChoiceField<T extends string>({ label, choices, value, onChange }: ChoiceFieldProps<T>) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-muted">{label}</legend>
      <div className="flex rounded-md border border-line-strong bg-panel p-0.5">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex h-7 flex-1 cursor-pointer items-center justify-center rounded px-1.5 text-xs whitespace-nowrap text-muted has-checked:bg-accent has-checked:font-medium has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:h-11"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.title}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
