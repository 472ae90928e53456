import { Ban, Info, TriangleAlert } from 'lucide-react'
import type { PreFlightNote } from '@/lib/models/pre-flight'

const looks = {
  info: { className: 'flex gap-1.5 text-muted', Icon: Info },
  warning: { className: 'flex gap-1.5 text-warning', Icon: TriangleAlert },
  blocked: { className: 'flex gap-1.5 text-danger', Icon: Ban },
} as const

/** What a model will really get, and what it can't take. */
export function PreFlightNotes({ notes, label }: { notes: readonly PreFlightNote[]; label: string }) {
  if (notes.length === 0) return null
  return (
    <ul className="space-y-1 text-xs" aria-label={label}>
      {notes.map(({ level, text }) => {
        const { className, Icon } = looks[level]
        return (
          <li key={text} className={className}>
            <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
            {text}
          </li>
        )
      })}
    </ul>
  )
}
