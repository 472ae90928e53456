import type { ReactNode } from 'react'

interface SettingsSectionProps {
  /** Also its place in the address: /settings#id. */
  id: string
  title: string
  note: ReactNode
  children?: ReactNode
}

/** One subject of the settings, with what it is for. */
export function SettingsSection({ id, title, note, children }: SettingsSectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
    >
      <div className="grid gap-1">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        <div className="max-w-prose text-muted">{note}</div>
      </div>
      {children}
    </section>
  )
}
