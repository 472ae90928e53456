import 'server-only'
import { resizePlane } from '../pixels/float-picture'
import type { PersonParts } from './person-parts'
import type { Saliency } from './saliency'

/** How sure it is that there is a person, 0 to 1; 0.5 is taken as sure enough. */
export function personConfidence({ cover, share }: PersonParts, saliency: Saliency): number {
  // On animals the network sees hair and skin without clothes, on things clothes without hair or skin.
  const alone = Math.min(share.hair, share.face, share.clothes) < 0.005
  if (alone) return 0
  const person = cover('hair', 'body', 'face', 'clothes')
  const { width, height } = person
  const stands = resizePlane(saliency.cover, width, height)
  let both = 0
  let persons = 0
  for (let at = 0; at < person.data.length; at++) {
    both += Math.min(person.data[at]!, stands.data[at]!)
    persons += person.data[at]!
  }
  return both / Math.max(1, persons)
}
