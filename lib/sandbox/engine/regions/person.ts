import 'server-only'
import { resizePlane, type Plane } from '../pixels/float-picture'
import type { PersonParts } from './person-parts'
import type { Saliency } from './saliency'

/** From where on a person is believed. People reached 0.94 to 0.99, dogs 0.81, cats and things 0. */
export const personNeeded = 0.88

/**
 * How surely the parts are a person's, 0 to 1: how certain the network is of the face, if hair, clothes or other skin
 * are there too. On a cat it sees a face and hair alone, on things clothes alone.
 */
export function partsConfidence({ cover, share }: PersonParts): number {
  const beside = [share.hair, share.body, share.clothes].filter((one) => one >= 0.005)
  if (share.face < 0.003 || beside.length < 2) return 0
  return meanWhere(cover('face'), (value) => value > 0.5)
}

/** The same, and low too where the parts are not what stands out in the picture. */
export function personConfidence(parts: PersonParts, saliency: Saliency): number {
  const sure = partsConfidence(parts)
  if (sure === 0) return 0
  const person = parts.cover('hair', 'body', 'face', 'clothes')
  const stands = resizePlane(saliency.cover, person.width, person.height)
  const agreement = meanWhere(stands, (_, at) => person.data[at]! > 0.5)
  return Math.min(sure, agreement * 2)
}

function meanWhere({ data }: Plane, chosen: (value: number, at: number) => boolean): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < data.length; at++)
    if (chosen(data[at]!, at)) {
      sum += data[at]!
      count++
    }
  return count ? sum / count : 0
}
