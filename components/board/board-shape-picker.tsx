import { LayoutGrid, Table2 } from 'lucide-react'
import { useId } from 'react'

const shapes = [
  { id: 'grid', name: 'Grid', Icon: LayoutGrid },
  { id: 'table', name: 'Table', Icon: Table2 },
] as const

export type BoardShape = (typeof shapes)[number]['id']

/** Native radio buttons, so that arrow keys, names and states come from the browser. */
export function BoardShapePicker(props: { shape: BoardShape; onChange: (shape: BoardShape) => void }) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label="Board as"
      className="flex rounded-md border border-line bg-panel p-0.5"
    >
      {shapes.map(({ id, name: title, Icon }) => (
        <label
          key={id}
          className="relative flex h-7.5 cursor-pointer items-center gap-1.5 rounded px-2 text-xs font-medium text-muted outline-offset-1 hover:text-text has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-accent pointer-coarse:h-10 pointer-coarse:px-3"
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={props.shape === id}
            onChange={() => props.onChange(id)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          <Icon aria-hidden className="size-4" />
          <span className="max-sm:sr-only">{title}</span>
        </label>
      ))}
    </div>
  )
}
