import { useId, type ChangeEvent } from 'react'
import { ArrowLeftRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { variantUrl } from '@/lib/assets/asset-urls'
import type { Frame } from './frame'

/** Twice the thumbnail's side, for dense screens. */
const thumbnailWidth = 160

export interface FrameStripProps {
  frames: Frame[]
  before?: Frame
  after: Frame
  onAfterChange: (id: string) => void
  /** Without it the before picture cannot be changed. */
  onBeforeChange?: (id: string) => void
}

/** All frames; the chosen one is "after". A radio group, so that the arrow keys walk it; "before" is passed over. */
export function FrameStrip({ frames, before, after, onAfterChange, onBeforeChange }: FrameStripProps) {
  const name = useId()

  function choose(frame: Frame, event: ChangeEvent) {
    // A radio button changes by a click, also when that came from an arrow key.
    const shift = event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey
    if (shift && onBeforeChange) onBeforeChange(frame.id)
    else onAfterChange(frame.id)
  }

  return (
    <div className="flex flex-col gap-1.5">
      {before && onBeforeChange && (
        <div className="flex items-center gap-2">
          <label className="flex min-w-0 items-center gap-2 text-xs text-muted">
            Compare with
            <select
              value={before.id}
              onChange={(event) => onBeforeChange(event.target.value)}
              className="h-7 min-w-0 truncate rounded-md border border-line bg-panel px-1.5 text-text pointer-coarse:h-11"
            >
              {frames.map((frame) => (
                <option key={frame.id} value={frame.id} disabled={frame.id === after.id}>
                  {frame.label}
                </option>
              ))}
            </select>
          </label>
          <Button
            size="small"
            className="pointer-coarse:h-11"
            onClick={() => {
              onBeforeChange(after.id)
              onAfterChange(before.id)
            }}
          >
            <ArrowLeftRight aria-hidden /> Swap
          </Button>
        </div>
      )}
      <div role="radiogroup" aria-label="Picture shown as after" className="flex gap-1.5 overflow-x-auto p-1">
        {frames.map((frame) => {
          const isBefore = frame.id === before?.id
          return (
            <label
              key={frame.id}
              title={onBeforeChange ? `${frame.label}. Shift and click: compare with this one` : frame.label}
              className={classNames(
                'relative flex w-20 shrink-0 cursor-pointer flex-col gap-1 rounded-md border-2 border-transparent p-0.5',
                'hover:bg-raised has-checked:border-accent has-focus-visible:outline-2',
                'has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
                isBefore && !onBeforeChange && 'cursor-default',
              )}
            >
              <input
                type="radio"
                name={name}
                className="absolute inset-0 z-10 cursor-pointer opacity-0 disabled:cursor-default"
                checked={frame.id === after.id}
                disabled={isBefore}
                onChange={(event) => choose(frame, event)}
              />
              <span className="relative block h-14 overflow-hidden rounded bg-raised">
                <img
                  src={variantUrl(frame.assetId, thumbnailWidth)}
                  alt=""
                  loading="lazy"
                  // The browser's sign for a broken picture says less than the name below it.
                  onError={(event) => event.currentTarget.classList.add('invisible')}
                  draggable={false}
                  className="size-full object-contain"
                />
                {isBefore && (
                  <span className="absolute bottom-0.5 left-0.5 rounded bg-black/75 px-1 text-xs text-white">
                    Before
                  </span>
                )}
              </span>
              <span className="truncate text-center text-xs">{frame.label}</span>
            </label>
          )
        })}
      </div>
    </div>
  )
}
