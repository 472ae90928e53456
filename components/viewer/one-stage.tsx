import { useRef } from 'react'
import { Crosshair } from './crosshair'
import { Stage, type StageProps } from './stage'
import { useRegion } from './use-region'
import { paneClass } from './viewer-shape'
import type { LayoutProps } from './viewer-tools'

/**
 * One pane in the shape of the reference, known before any picture has loaded so that nothing jumps: as wide as there is
 * room.
 */
export function OneStage({
  tools,
  fill,
  children,
  ...stage
}: Omit<StageProps, 'probing' | 'measures' | 'wheelAlwaysZooms' | 'className'> & LayoutProps) {
  const { scene } = stage
  const frame = useRef<HTMLDivElement>(null)

  useRegion(frame, scene)

  return (
    <div
      ref={frame}
      className={fill ? 'h-full min-h-0 w-full' : paneClass}
      style={fill ? undefined : { aspectRatio: `${scene.reference.width} / ${scene.reference.height}` }}
    >
      <Stage
        {...stage}
        measures
        probing={tools.loupe || tools.crosshair}
        wheelAlwaysZooms={fill}
        className="size-full"
      >
        {children}
        {tools.crosshair && <Crosshair scene={scene} />}
      </Stage>
    </div>
  )
}
