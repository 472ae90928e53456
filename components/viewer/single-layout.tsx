import { FramePicture } from './frame-picture'
import { PairStage } from './pair-stage'
import type { Scene } from './scene'

/** One picture with nothing to compare it with. */
export function SingleLayout({ scene }: { scene: Scene }) {
  return (
    <PairStage scene={scene}>
      <FramePicture frame={scene.after} boxOf={scene.boxOf} region={scene.region} />
    </PairStage>
  )
}
