import { useIsMovable } from './use-zoom'
import type { Zoom } from './zoom'

/** Below the pictures: how they were placed, and how to zoom and move in the words of the device at hand. */
export function ViewerFoot({ note, zoom, wheelZooms }: { note?: string; zoom: Zoom; wheelZooms: boolean }) {
  return <FootLine note={note} movable={useIsMovable(zoom)} wheelZooms={wheelZooms} />
}

interface FootLineProps {
  /** How unequal pictures were placed. */
  note?: string
  movable?: boolean
  wheelZooms?: boolean
}

/** The same line without a viewer, to keep its place. */
export function FootLine({ note, movable = false, wheelZooms = false }: FootLineProps) {
  const wheel = wheelZooms ? 'Wheel or double click to zoom' : 'Ctrl or ⌘ + wheel, or double click, to zoom'
  return (
    <div className="flex flex-wrap justify-between gap-x-4 text-xs text-muted">
      <p>{note}</p>
      <p className="ml-auto">
        <span className="pointer-coarse:hidden">{movable ? 'Drag to move, wheel to zoom' : wheel}</span>
        <span className="hidden pointer-coarse:inline">
          {movable ? 'Drag to move, pinch to zoom' : 'Pinch or double tap to zoom'}
        </span>
      </p>
    </div>
  )
}
