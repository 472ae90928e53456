import type { ReactNode } from 'react'
import { paneStyle, type Scene } from './scene'
import { Stage } from './stage'
import { paneClass } from './viewer-shape'

/** One pane on which both pictures lie over each other. */
export function PairStage(props: {
  scene: Scene
  onTap?: (left: number) => void
  onDrag?: (left: number) => void
  children: ReactNode
}) {
  const { scene, children, ...gestures } = props
  return (
    <div className={scene.fullscreen ? 'h-full min-h-0 w-full' : paneClass} style={paneStyle(scene)}>
      <Stage
        measures
        zoom={scene.zoom}
        wheelAlwaysZooms={scene.fullscreen}
        className="size-full"
        {...gestures}
      >
        {children}
      </Stage>
    </div>
  )
}
