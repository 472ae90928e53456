import { useId } from 'react'
import { Columns2, GalleryHorizontal, Layers2 } from 'lucide-react'

export const layouts = [
  { id: 'slider', name: 'Slider', Icon: GalleryHorizontal },
  { id: 'side', name: 'Side by side', Icon: Columns2 },
  { id: 'blink', name: 'Blink', Icon: Layers2 },
] as const

export type Layout = (typeof layouts)[number]['id']

/** Native radio buttons, so that arrow keys, names and states come from the browser. */
export function LayoutPicker({ layout, onChange }: { layout: Layout; onChange: (layout: Layout) => void }) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label="Layout"
      className="flex self-start rounded-md border border-line bg-panel p-0.5"
    >
      {layouts.map(({ id, name: title, Icon }) => (
        <label
          key={id}
          className="relative flex h-7 cursor-pointer items-center gap-1.5 rounded px-2 text-xs font-medium text-muted outline-offset-1 hover:text-text has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-11 pointer-coarse:px-3"
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
          {title}
        </label>
      ))}
    </div>
  )
}
