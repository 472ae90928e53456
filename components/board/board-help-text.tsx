import { KeyList } from '@/components/ui/key-list'
import { measureHelp } from '@/lib/measures/measure-help'
import { boardKeys, otherBoardKeys } from './board-keys'

const words = [
  {
    term: 'Time',
    meaning: 'From sending the request to the stored picture. Waiting in line before is not in it.',
  },
  { term: 'Cost', meaning: 'As the provider reported it, else by its price list.' },
  {
    term: 'Fastest, cheapest',
    meaning: 'Of the cells that succeeded. Nothing is marked where all are equal.',
  },
  ...measureHelp.map(({ label, definition, reading }) => ({
    term: label,
    meaning: `${definition} ${reading}`,
  })),
]

/** The keys of a board, and what each figure means. */
export function BoardHelpText() {
  return (
    <>
      <h3 className="mb-2 font-semibold">Keys on a cell</h3>
      <KeyList keys={[...otherBoardKeys, ...boardKeys]} />
      <h3 className="mt-4 mb-2 font-semibold">Figures</h3>
      <dl className="grid gap-1.5">
        {words.map(({ term, meaning }) => (
          <div key={term}>
            <dt className="font-medium">{term}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
