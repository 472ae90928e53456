import { useId } from 'react'
import { CircleQuestionMark } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { viewerKeys } from './viewer-keys'

const otherWays = [
  { shown: 'Shift + arrows', does: 'Move a zoomed picture' },
  {
    shown: 'Arrows',
    does: 'On the divider: move it. On the place shown by crosshair or loupe: move that, with Shift by ten pixels. On the small pictures: choose.',
  },
  {
    shown: 'Wheel',
    does: 'Ctrl or ⌘ with the wheel zooms; once zoomed, or in full screen, so does the wheel alone.',
  },
  {
    shown: 'Touch',
    does: 'Two fingers zoom; one moves a zoomed picture, goes on to the next by a swipe where one is shown, and leads crosshair and loupe where they are on.',
  },
  { shown: 'Double click', does: 'Close up, and back to the whole picture' },
]

/** A button that lists keys and gestures, in the browser's own popover. */
export function ViewerHelp() {
  const id = useId()
  return (
    <>
      <Button
        variant="quiet"
        size="icon-small"
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
        // It may be longer than the window, and is then scrolled by keys.
        tabIndex={0}
        aria-label="Keys and gestures of the picture viewer"
        className="m-auto max-h-[calc(100dvh-2rem)] w-200 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-panel p-4 text-sm text-text shadow-xl backdrop:bg-black/30"
      >
        <h3 className="mb-2 font-semibold">Keys and gestures</h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 sm:grid-cols-[auto_1fr_auto_1fr]">
          {[...viewerKeys, ...otherWays].map(({ shown, does }) => (
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
        <p className="mt-3 text-xs text-muted">Keys act while the focus is in the viewer. Esc closes this.</p>
      </div>
    </>
  )
}
