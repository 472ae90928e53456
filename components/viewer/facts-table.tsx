import { factTable } from './fact-rows'
import type { Frame } from './frame'

/** How the shown pictures were made, beside each other. What is the same for all steps back. */
export function FactsTable({ id, frames }: { id: string; frames: readonly Frame[] }) {
  const { columns, rows } = factTable(frames)
  if (columns.length === 0)
    return <p className="text-xs text-muted">Nothing is known of how these pictures were made.</p>
  return (
    <div
      id={id}
      role="region"
      aria-label="Parameters of the shown pictures"
      tabIndex={0}
      className="relative max-h-96 overflow-auto rounded-md border border-line bg-panel"
    >
      <table className="w-max min-w-full border-separate border-spacing-0 text-xs">
        <thead>
          <tr>
            <th scope="col" className={`${corner} font-medium text-muted`}>
              Parameter
            </th>
            {columns.map((frame) => (
              <th
                key={frame.id}
                scope="col"
                className="sticky top-0 z-10 max-w-56 border-b border-line bg-panel px-2 py-1.5 text-left font-medium"
              >
                {frame.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values, same }) => (
            <tr key={name} className={same ? 'text-muted' : 'font-medium'}>
              <th scope="row" className={`${stub} ${same ? 'font-normal' : 'font-medium'}`}>
                {name}
                {same && <span className="sr-only"> (same for all)</span>}
              </th>
              {values.map((value, index) => (
                <td
                  key={columns[index]?.id}
                  className="max-w-56 min-w-24 border-b border-line px-2 py-1.5 align-top [overflow-wrap:anywhere]"
                >
                  {value ?? <span aria-label="not set">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The first column stays while the others scroll; the corner, while either does. */
const stub =
  'sticky left-0 max-w-40 border-r border-b border-line bg-panel px-2 py-1.5 text-left align-top [overflow-wrap:anywhere]'
const corner = `${stub} top-0 z-20`
