interface CheckFieldProps {
  label: string
  checked: boolean
  onChange(checked: boolean): void
}

export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-2 text-xs pointer-coarse:min-h-11">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}
