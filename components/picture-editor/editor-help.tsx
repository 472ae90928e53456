import { CircleQuestionMark } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { editorKeys, otherKeys } from './editor-keys'

/** A button that lists the keys, in the browser's own popover. */
export function EditorHelp() {
  const id = useId()
  return (
    <>
      <Button
        variant="quiet"
        size="icon"
        className="pointer-coarse:size-11"
        popoverTarget={id}
        aria-label="Keys"
        title="Keys"
      >
        <CircleQuestionMark aria-hidden />
      </Button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label="Keys of the picture editor"
        className="m-auto w-88 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-panel p-4 text-sm text-text shadow-xl backdrop:bg-black/30"
      >
        <h3 className="mb-2 font-semibold">Keys</h3>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {[...editorKeys, ...otherKeys].map(({ shown, does }) => (
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
      </div>
    </>
  )
}
