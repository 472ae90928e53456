import { dragHandle } from './drag-crop'
import { largestCrop, moveCrop } from './crop-geometry'
import { noEdits, type CropRectangle, type PictureEdits } from './picture-edits'
import { frameOf } from './upright'

/** Numbers from 0 to 1, the same for the same seed. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Edits that fit a picture, every kind of them as often present as absent. */
export function randomEdits(picture: { width: number; height: number }, random: () => number): PictureEdits {
  const maybe = () => random() < 0.5
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const orientation = {
    turns: upTo(3) as PictureEdits['turns'],
    mirrored: maybe(),
    angle: maybe() ? Math.round(random() * 9000 - 4500) / 100 : 0,
  }
  const frame = frameOf(picture, orientation)
  const crop = maybe() ? randomCrop() : undefined
  const fills = ['transparent', 'edge', 'mirror', '#1E6FD9']
  return {
    ...noEdits,
    ...orientation,
    ...(crop && { crop }),
    ...(maybe() && { resize: { width: 1 + upTo(200), height: 1 + upTo(200) } }),
    ...(maybe() && {
      extend: {
        left: upTo(60),
        top: upTo(60),
        right: upTo(60),
        bottom: upTo(60),
        fill: fills[upTo(3)] ?? '',
      },
    }),
  }

  function randomCrop(): CropRectangle {
    const straightened = { frame, angle: orientation.angle }
    const whole = largestCrop(straightened, 0.3 + random() * 2)
    const to = { x: whole.left + whole.width * random(), y: whole.top + whole.height * random() }
    const smaller = dragHandle(straightened, whole, { x: 1, y: 1 }, to)
    return moveCrop(straightened, smaller, { x: random() * frame.width, y: random() * frame.height })
  }
}
