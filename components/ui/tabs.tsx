'use client'
import { useId, type KeyboardEvent, type ReactNode } from 'react'

interface TabsProps<T extends string> {
  /** What the tabs choose between, for screen readers. */
  label: string
  tabs: readonly { id: T; title: string }[]
  selected: T
  onSelect: (id: T) => void
  /** Draws one panel; all stay mounted, so that nothing typed in one is lost. */
  children: (id: T) => ReactNode
}

/** Tabs as the ARIA pattern has them: one stop for Tab, arrows between them. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect, children }: TabsProps<T>) {
  const base = useId()

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!step) return
    const at = tabs.findIndex((tab) => tab.id === selected)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onSelect(next.id)
    document.getElementById(`${base}-${next.id}`)?.focus()
  }

  return (
    <>
      <div
        role="tablist"
        aria-label={label}
        className="flex gap-1 border-b border-line"
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === selected}
            aria-controls={`${base}-${tab.id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            className="-mb-px h-9 border-b-2 border-transparent px-3 text-sm text-muted aria-selected:border-accent aria-selected:font-medium aria-selected:text-text"
            onClick={() => onSelect(tab.id)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          id={`${base}-${tab.id}-panel`}
          role="tabpanel"
          aria-labelledby={`${base}-${tab.id}`}
          hidden={tab.id !== selected}
        >
          {children(tab.id)}
        </div>
      ))}
    </>
  )
}
