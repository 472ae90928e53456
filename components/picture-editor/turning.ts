import type { Asset } from '@/lib/assets/asset'
import { mirrorEdits, turnEdits } from '@/lib/picture-edits/turn-edits'
import type { Shape } from './shapes'
import type { Edits } from './use-edits'

/** Turning and mirroring all that is seen; a shape the crop is bound to turns with it. */
export function turningOf(
  picture: Asset,
  { edits, change }: Edits,
  shape: Shape | undefined,
  onShape: (shape: Shape) => void,
) {
  const turn = (way: 'clockwise' | 'anticlockwise') => {
    change(turnEdits(picture, edits, way))
    if (shape) onShape({ ...shape, ratio: 1 / shape.ratio })
  }
  return {
    clockwise: () => turn('clockwise'),
    anticlockwise: () => turn('anticlockwise'),
    leftRight: () => change(mirrorEdits(picture, edits, 'left-right')),
    topBottom: () => change(mirrorEdits(picture, edits, 'top-bottom')),
  }
}

export type Turning = ReturnType<typeof turningOf>
