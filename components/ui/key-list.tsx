import { classNames } from './class-names'

export interface KeyListProps {
  /** What is pressed, or moved, and what that does; each pair once. */
  keys: readonly { shown: string; does: string }[]
  /** Two beside each other where there is room. */
  isWide?: boolean
}

/** Keys and gestures, each with what it does. */
export function KeyList({ keys, isWide = false }: KeyListProps) {
  return (
    <dl
      className={classNames(
        'grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5',
        isWide && 'sm:grid-cols-[auto_1fr_auto_1fr]',
      )}
    >
      {keys.map(({ shown, does }) => (
        <div key={shown + does} className="contents">
          <dt>
            <kbd className="rounded border border-line bg-raised px-1.5 py-0.5 font-sans text-xs whitespace-nowrap">
              {shown}
            </kbd>
          </dt>
          <dd className="text-muted">{does}</dd>
        </div>
      ))}
    </dl>
  )
}
