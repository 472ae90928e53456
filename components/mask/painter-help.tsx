import { useId } from 'react'
import { CircleQuestionMark } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CheckField } from './check-field'
import type { Painter } from './painter'
import { painterKeys } from './painter-keys'
import { usePainterState } from './use-painter-state'

const gestures = [
  { shown: 'Fingers', does: 'One paints, two move and zoom. Once a pen was used, fingers only move' },
  { shown: 'Wheel', does: 'Zoom where the pointer is' },
  { shown: 'Space', does: 'Held with the mouse: move the picture; so does the middle button' },
]

const cursorKeys = [
  { shown: 'Arrows', does: 'On the picture: move the cursor; with Shift farther, with Alt by one pixel' },
  { shown: 'Enter', does: 'Begin and end at the cursor; fill there' },
  { shown: 'Home End', does: 'Cursor to the left and right border; Page up and down to the others' },
  { shown: 'Esc', does: 'Give up what is being drawn; else close' },
]

/** A button that lists keys and gestures, in the browser's own popover. */
export function PainterHelp({ painter }: { painter: Painter }) {
  const id = useId()
  const { settings } = usePainterState(painter)
  return (
    <>
      <Button
        variant="quiet"
        size="icon-medium"
        className="pointer-coarse:size-11"
        popoverTarget={id}
        aria-label="Keys and gestures"
        title="Keys and gestures"
      >
        <CircleQuestionMark aria-hidden />
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Keys and gestures of the mask painter"
        className="m-auto max-h-[calc(100dvh-2rem)] w-120 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-panel p-4 text-sm text-text shadow-xl backdrop:bg-black/30"
      >
        <h3 className="mb-2 font-semibold">Keys and gestures</h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {[...gestures, ...painterKeys, ...cursorKeys].map(({ shown, does }) => (
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
        <div className="mt-3">
          <CheckField
            label="Single letters and digits are shortcuts"
            checked={settings.singleKeys}
            onChange={(singleKeys) => painter.set({ singleKeys })}
          />
        </div>
      </div>
    </>
  )
}
