import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { paneStyle, type Scene } from './scene'
import { Stage } from './stage'

/** One pane on which both pictures lie over each other. */
export function PairStage(props: {
  scene: Scene
  onTap?: (left: number) => void
  onDrag?: (left: number) => void
  children: ReactNode
}) {
  const { scene, children, ...gestures } = props
  return (
    <div
      className={classNames('min-h-0 w-full', scene.fullscreen ? 'h-full' : 'max-h-[75svh] min-h-56')}
      style={paneStyle(scene)}
    >
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
