import 'server-only'
import { runModel } from '../models/load-model'
import type { Picture } from '../picture'
import { emptyPlane, resizeToFloat, type Plane } from '../pixels/float-picture'

/** The network's classes, in its order. */
const classes = ['background', 'hair', 'body', 'face', 'clothes', 'others'] as const
export type PersonClass = (typeof classes)[number]

/** What the network takes for a person, at 256 × 256. */
export interface PersonParts {
  /** How likely each pixel is of one of these classes, 0 to 1. */
  cover(...wanted: PersonClass[]): Plane
  /** The share of the picture that is most likely of this class. */
  share: Record<PersonClass, number>
}

const side = 256
/** Probabilities sharper than the network's own, so that the guided filter finds its edges. */
const sharpness = 2.2

/** MediaPipe's "selfie multiclass". On a picture without people its answer means nothing. About 0.5 s. */
export async function findPersonParts(picture: Picture): Promise<PersonParts> {
  const { data } = await resizeToFloat(picture, side, side)
  const { data: scores } = await runModel('selfieMulticlass', { data, shape: [1, side, side, 3] })
  const count = classes.length
  const likely = new Float32Array(scores.length)
  const share = { background: 0, hair: 0, body: 0, face: 0, clothes: 0, others: 0 }
  for (let from = 0; from < scores.length; from += count) {
    let best = 0
    for (let one = 1; one < count; one++) if (scores[from + one]! > scores[from + best]!) best = one
    let sum = 0
    for (let one = 0; one < count; one++) {
      const weight = Math.exp((scores[from + one]! - scores[from + best]!) * sharpness)
      likely[from + one] = weight
      sum += weight
    }
    for (let one = 0; one < count; one++) likely[from + one]! /= sum
    share[classes[best]!] += 1 / (side * side)
  }
  const cover = (...wanted: PersonClass[]) => {
    const plane = emptyPlane(side, side)
    for (const name of wanted) {
      const one = classes.indexOf(name)
      for (let at = 0; at < plane.data.length; at++) plane.data[at]! += likely[at * count + one]!
    }
    return plane
  }
  return { cover, share }
}
