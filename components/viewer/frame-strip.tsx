import { memo, startTransition, useCallback, useEffect, useId, useRef, useState } from 'react'
import { ArrowLeftRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Frame } from './frame'
import { scrollWithin } from './scroll-within'
import { Thumbnail } from './thumbnail'

export interface FrameStripProps {
  frames: readonly Frame[]
  before?: Frame
  after: Frame
  /** In the grid, ticks say which pictures are shown; else one is chosen as after. */
  grid: boolean
  hidden: ReadonlySet<string>
  /** Must stay the same functions, as all of these. */
  onAfterChange: (id: string) => void
  /** Without it the before picture cannot be changed. */
  onBeforeChange?: (id: string) => void
  onSwap: () => void
  onShownChange: (id: string) => void
  onShowAll: () => void
}

/**
 * All frames. Where one is looked at, a radio group: the chosen one is "after", the arrow keys walk it and "before" is
 * passed over. In the grid, check boxes for what is shown.
 */
export const FrameStrip = memo(function FrameStrip(props: FrameStripProps) {
  const { frames, before, after, grid, hidden, onAfterChange, onBeforeChange, onSwap } = props
  const name = useId()
  const strip = useRef<HTMLDivElement>(null)
  const drawn = useFirstFew(frames, after)
  const shownCount = frames.filter(({ id }) => !hidden.has(id)).length

  useEffect(() => {
    if (strip.current) scrollWithin(strip.current, strip.current.children[frames.indexOf(after)])
  }, [after, frames])

  const pick = useCallback(
    (id: string, shift: boolean) => (shift && onBeforeChange ? onBeforeChange(id) : onAfterChange(id)),
    [onAfterChange, onBeforeChange],
  )

  return (
    <div className="flex flex-col gap-1.5">
      {(grid || (before && onBeforeChange)) && (
        <div className="flex min-h-7 flex-wrap items-center gap-2 text-xs text-muted pointer-coarse:min-h-11">
          {before && onBeforeChange && (
            <>
              <label className="flex min-w-0 items-center gap-2">
                <span className="sr-only @xl:not-sr-only">Compare with</span>
                <select
                  value={before.id}
                  onChange={(event) => onBeforeChange(event.target.value)}
                  className="h-7 max-w-32 @xl:max-w-56 min-w-0 truncate rounded-md border border-line bg-panel px-1.5 text-text pointer-coarse:h-11"
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
                title="Swap before and after (S)"
                onClick={onSwap}
              >
                <ArrowLeftRight aria-hidden /> Swap
              </Button>
            </>
          )}
          {grid && (
            <span className="ml-auto flex items-center gap-2">
              <span>
                {shownCount} of {frames.length} <span className="sr-only @xl:not-sr-only">shown</span>
              </span>
              <Button
                size="small"
                className="pointer-coarse:h-11"
                disabled={shownCount === frames.length}
                onClick={props.onShowAll}
              >
                Show all
              </Button>
            </span>
          )}
        </div>
      )}
      <div
        ref={strip}
        role={grid ? 'group' : 'radiogroup'}
        aria-label={grid ? 'Pictures shown in the grid' : 'Picture shown as after'}
        className="relative flex gap-1.5 overflow-x-auto p-1"
      >
        {drawn.map((frame, index) => {
          const isBefore = frame.id === before?.id
          const badge = isBefore ? 'Before' : grid && frame.id === after.id ? 'After' : undefined
          return grid ? (
            <Thumbnail
              key={frame.id}
              frame={frame}
              number={index + 1}
              checked={!hidden.has(frame.id)}
              badge={badge}
              title={`${frame.label}. Tick: show it in the grid`}
              onPick={props.onShownChange}
            />
          ) : (
            <Thumbnail
              key={frame.id}
              frame={frame}
              number={index + 1}
              radioName={name}
              checked={frame.id === after.id}
              disabled={isBefore}
              badge={badge}
              title={onBeforeChange ? `${frame.label}. Shift and click: compare with this one` : frame.label}
              onPick={pick}
            />
          )
        })}
      </div>
    </div>
  )
})

/** As many as fit beside each other on a wide screen. */
const firstFew = 20

/**
 * The first few at once, and up to the chosen one; the others when there is time: the press that opened the viewer must
 * not wait for dozens of thumbnails out of sight.
 */
function useFirstFew(frames: readonly Frame[], chosen: Frame): readonly Frame[] {
  const [isWhole, setWhole] = useState(frames.length <= firstFew)
  useEffect(() => startTransition(() => setWhole(true)), [])
  return isWhole ? frames : frames.slice(0, Math.max(firstFew, frames.indexOf(chosen) + 1))
}
