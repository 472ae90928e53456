import { useId } from 'react'
import { GalleryHorizontal, Layers2, LayoutGrid, type LucideIcon } from 'lucide-react'
import { layoutNames, layouts, type Layout } from './layout'

const icons = { slider: GalleryHorizontal, grid: LayoutGrid, blink: Layers2 } satisfies Record<
  Layout,
  LucideIcon
>

interface LayoutPickerProps {
  layout: Layout
  /** There are two to put on the sides of a divider; without, its place is taken by one picture alone. */
  pair: boolean
  onChange: (layout: Layout) => void
}

/** Native radio buttons, so that arrow keys, names and states come from the browser. */
export function LayoutPicker({ layout, pair, onChange }: LayoutPickerProps) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label="Layout"
      className="flex self-start rounded-md border border-line bg-panel p-0.5"
    >
      {layouts.map((id) => {
        const Icon = icons[id]
        return (
          <label
            key={id}
            className="relative flex h-7 cursor-pointer items-center gap-1.5 rounded px-2 text-xs font-medium text-muted outline-offset-1 hover:text-text has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11"
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={layout === id}
              onChange={() => onChange(id)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Icon aria-hidden className="hidden size-4 @xl:block" />
            {id === 'slider' && !pair ? 'Single' : layoutNames[id]}
          </label>
        )
      })}
    </div>
  )
}
