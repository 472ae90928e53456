import type { ReactNode } from 'react'
import { placementNote } from './place-frames'
import type { Size } from './frame'
import { extrasClass, paneClass, toolbarClass } from './viewer-shape'
import { FootLine } from './viewer-foot'

/**
 * The viewer's outline without the viewer: stands where it will be while the picture is made or the viewer is being
 * fetched, so that nothing moves when it comes.
 */
export function ViewerFrame(props: {
  /** The picture whose shape the pane takes: the before picture, or the only one. */
  shape: Size
  /** Absent while there is no result to speak of, or nothing to compare it with. */
  before?: Size
  after?: Size
  /** Whether there will be more than one picture, so that the layouts can be chosen. */
  pair: boolean
  /** Whether a strip of pictures will stand below. */
  strip?: boolean
  /** Whether it will be said how the pictures lie and what changed. */
  extras?: boolean
  /** What stands on the pane meanwhile. */
  children?: ReactNode
}) {
  const { shape, before, after, pair, strip, extras, children } = props
  return (
    <div className="@container flex min-w-0 flex-col gap-2">
      <div className={toolbarClass}>
        <div className={pair ? 'h-8.5 pointer-coarse:h-12.5' : 'h-7 pointer-coarse:h-11'} />
        <div className="h-7 pointer-coarse:h-11" />
      </div>
      <div
        className={`${paneClass} relative overflow-hidden rounded-md bg-raised`}
        style={{ aspectRatio: `${shape.width} / ${shape.height}` }}
      >
        {children}
      </div>
      {/* Its line is kept, but nothing is said of zooming what is not there yet. */}
      <div className={after ? undefined : 'invisible'}>
        <FootLine note={before && after && placementNote(before, after)} />
      </div>
      {extras && <div className={extrasClass} />}
      {strip && <div className="h-31.5 pointer-coarse:h-35.5" />}
    </div>
  )
}
