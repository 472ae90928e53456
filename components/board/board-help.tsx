import { CircleQuestionMark } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
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
]

/** What the keys do and what the figures mean, in the browser's own popover. */
export function BoardHelp() {
  const id = useId()
  return (
    <>
      <Button
        variant="quiet"
        size="icon-small"
        className="ml-auto pointer-coarse:size-11"
        popoverTarget={id}
        aria-label="Keys and figures"
        title="Keys and figures"
      >
        <CircleQuestionMark aria-hidden />
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Keys and figures of the board"
        className="m-auto max-h-[calc(100dvh-2rem)] w-104 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-panel p-4 text-sm text-text shadow-xl backdrop:bg-black/30"
      >
        <h3 className="mb-2 font-semibold">Keys on a cell</h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {[...otherBoardKeys, ...boardKeys].map(({ shown, does }) => (
            <div key={shown} className="contents">
              <dt>
                <kbd className="rounded border border-line bg-raised px-1.5 py-0.5 font-sans text-xs whitespace-nowrap">
                  {shown}
                </kbd>
              </dt>
              <dd className="text-muted">{does}</dd>
            </div>
          ))}
        </dl>
        <h3 className="mt-4 mb-2 font-semibold">Figures</h3>
        <dl className="grid gap-1.5">
          {words.map(({ term, meaning }) => (
            <div key={term}>
              <dt className="font-medium">{term}</dt>
              <dd className="text-muted">{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
