import { alignPictures, type AlignedPictures } from './align-pictures'
import { changedPixels } from './changed-pixels'
import { heatMapOf, type HeatMap } from './heat-map'
import type { Measures } from './measures'
import { channelsOf, greyOf, type Channels, type PictureCopy, type Plane, type Size } from './picture-copy'
import { inPlace, outputRegion, overlap } from './placement'
import { matchingSize } from './refine-placement'
import { resample, wholeOf, type Region } from './resample'
import { otherShape, sameShape } from './same-shape'
import { shareOutsideMask } from './share-outside-mask'
import { ssim } from './ssim'

export interface MeasuredPictures {
  measures: Measures
  /** Absent where the pictures could not be compared pixel by pixel. */
  heatMap?: HeatMap
}

/**
 * Measures an output against its input: finds how it lies over it, draws the part that both show at one size (384 px
 * for the input's long side), and compares there. White in the mask, which fills the input's frame, was to be
 * regenerated. The copies should be some 640 px wide; it takes about a third of a second.
 *
 * @param keptOutside  the output is the input with something put in inside the mask: nothing is looked for, and what the
 *   copies' compression lets differ outside is no change
 */
export function measurePictures(
  input: PictureCopy,
  output: PictureCopy,
  mask?: PictureCopy,
  keptOutside = false,
): MeasuredPictures {
  if (!sameShape(input.original, output.original)) {
    const reason = otherShape(input.original, output.original)
    return { measures: { alignment: { state: 'refused', reason, confidence: 0 }, reason } }
  }
  const before = channelsOf(input)
  const after = channelsOf(output)
  const { result, placement } = keptOutside
    ? known
    : alignPictures(greyOf(before), greyOf(after), input.original)
  if (!placement)
    return { measures: { alignment: result, ...(result.state === 'refused' && { reason: result.reason }) } }

  const shared = overlap(input, placement)
  const size = comparedSize(shared, input)
  const first = draw(before, shared, size)
  const second = draw(after, outputRegion(shared, input, output, placement), size)
  const change = changedPixels(first, second)
  const likeness = ssim(greyOf(first), greyOf(second))
  const counted = mask && shareOutsideMask(change.changed, drawMask(mask, shared, input, size))
  const outside = keptOutside && counted !== undefined ? 0 : counted
  const frame = matchingSize(output)
  return {
    measures: {
      alignment: result,
      changed: change.share,
      ...(outside !== undefined && { changedOutsideMask: outside }),
      ...(change.colourCast !== undefined && { colourCast: change.colourCast }),
      ...(likeness !== undefined && { ssim: likeness }),
    },
    heatMap: heatMapOf(change, outputRegion(shared, input, frame, placement), frame),
  }
}

/** How a picture lies over the one it was put into. */
const known: AlignedPictures = {
  result: { state: 'found', alignment: { shift: { x: 0, y: 0 }, scale: 1, confidence: 1 } },
  placement: inPlace,
}

/** The part's size where the whole input has the size at which blocks were matched. */
function comparedSize(part: Region, input: Size): Size {
  const { width, height } = matchingSize(input)
  return {
    width: Math.max(1, Math.round((width * part.width) / input.width)),
    height: Math.max(1, Math.round((height * part.height) / input.height)),
  }
}

function draw([red, green, blue]: Channels, part: Region, size: Size): Channels {
  return [resample(red, part, size), resample(green, part, size), resample(blue, part, size)]
}

function drawMask(mask: PictureCopy, part: Region, input: Size, size: Size): Plane {
  const painted = greyOf(channelsOf(mask, 'black'))
  const whole = wholeOf(mask)
  const region = {
    left: (part.left * whole.width) / input.width,
    top: (part.top * whole.height) / input.height,
    width: (part.width * whole.width) / input.width,
    height: (part.height * whole.height) / input.height,
  }
  return resample(painted, region, size)
}
