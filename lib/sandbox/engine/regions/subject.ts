import 'server-only'
import { clamp } from '../pixels/numbers'
import { resizePlane, type FloatPicture, type Plane } from '../pixels/float-picture'
import type { PersonParts } from './person-parts'
import { refine } from './refine'
import { LowConfidence } from './region'
import type { Saliency } from './saliency'

const needed = { highest: 0.3, hardShare: 0.5 }

/** Throws `LowConfidence` where nothing stands out clearly. Found on sixteen photographs; a meadow still passes. */
export function checkSubject({ highest, hardShare }: Saliency): void {
  if (highest < needed.highest)
    throw new LowConfidence(
      `No subject was found: the surest place reached ${highest.toFixed(2)}, and ${needed.highest} is needed. ` +
        'Paint a mask over what you mean.',
      highest,
    )
  if (hardShare < needed.hardShare)
    throw new LowConfidence(
      `No clear subject was found: ${hardShare.toFixed(2)} of what stands out is sure, and ${needed.hardShare} is ` +
        'needed. Paint a mask over what you mean.',
      hardShare,
    )
}

/** The subject's cover at the size of `picture`. @param person where there surely is one; what else stands out goes */
export function subjectCover(picture: FloatPicture, saliency: Saliency, person?: PersonParts): Plane {
  const coarse = person ? onlyPerson(saliency.cover, person) : saliency.cover
  return refine(picture, coarse, { radius: 10, epsilon: 1e-4, follow: 0.8, ramp: [0.12, 0.88] })
}

/** Keeps what the person wears or holds: everything but what the other network takes surely for background. */
function onlyPerson(cover: Plane, { cover: of }: PersonParts): Plane {
  const background = resizePlane(of('background'), cover.width, cover.height)
  const data = cover.data.map((value, at) => value * clamp((1 - background.data[at]!) * 2))
  return { ...cover, data }
}
