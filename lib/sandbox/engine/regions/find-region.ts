import 'server-only'
import { resizePlane } from '../pixels/stretch'
import type { Picture } from '../picture'
import { findFaces, type Face } from './find-faces'
import { ownCutOut } from './own-cut-out'
import { personConfidence, personNeeded } from './person'
import { findPersonParts, type PersonClass } from './person-parts'
import { refine } from './refine'
import { LowConfidence, type Region, type RegionName } from './region'
import { findSaliency } from './saliency'
import { lookAt, type Sight } from './seen'
import { findSky } from './sky'
import { checkSubject, peopleIn, subjectCover, withPerson } from './subject'

/**
 * A part of a picture at the picture's own size. Rejects with `LowConfidence`, whose sentence has the numbers. The
 * first look takes from a twentieth of a second (sky) to one (a subject that is no person); what was found is kept, so
 * that the next edit of the same picture is quick.
 */
export async function findRegion(picture: Picture, name: RegionName): Promise<Region> {
  const own = name === 'subject' ? ownCutOut(picture) : undefined
  if (own) return { cover: own, confidence: 1 }
  const sight = lookAt(picture)
  const { cover, confidence } = await sight.region(name, () => find(sight, name))
  const { width, height, data } = resizePlane(cover, picture.width, picture.height)
  // What is kept must not change when somebody works on what he got.
  return { cover: { width, height, data: data === cover.data ? data.slice() : data }, confidence }
}

/** Where faces are, surest first; a small part of what `findRegion` costs, and kept too. */
export function facesIn(picture: Picture): Promise<Face[]> {
  return lookAt(picture).faces(findFaces)
}

/** What "Select subject" selects: the subject as operations find it. Rejects with `LowConfidence`. */
export function subjectMask(picture: Picture): Promise<Region> {
  return findRegion(picture, 'subject')
}

function find(sight: Sight, name: RegionName): Promise<Region> {
  if (name === 'subject') return subjectIn(sight)
  return name === 'sky' ? skyIn(sight) : personPartIn(sight, name)
}

/** People first: where they fill the picture, the network for everything else, which takes longest, need not look. */
async function subjectIn(sight: Sight): Promise<Region> {
  const someone = (await sight.faces(findFaces)).length > 0
  const parts = someone ? await sight.parts(findPersonParts) : undefined
  const confidence = parts ? personConfidence(parts) : 0
  const person = confidence >= personNeeded ? parts : undefined
  const people = person && peopleIn(person)
  if (people) return { cover: subjectCover(await sight.picture(), people), confidence }
  const saliency = await sight.saliency(findSaliency)
  checkSubject(saliency)
  const cover = person ? withPerson(saliency.cover, person) : saliency.cover
  return { cover: subjectCover(await sight.picture(), cover), confidence: saliency.hardShare }
}

const skyNeeded = 0.85
/** A plain wall looks like a sky, but for its colour: where one is found with less than this, no person may fill the frame. */
const skyIsPlain = 1.5
const skyIsBlue = 18

async function skyIn(sight: Sight): Promise<Region> {
  const { cover, confidence, share, blue } = await findSky(await sight.picture())
  const reached = confidence.toFixed(2)
  if (confidence < skyNeeded || share < 0.04)
    throw new LowConfidence(
      `No sky was found: sureness ${reached} on ${percent(share)} of the picture, and ${skyNeeded} on 4 % is needed.`,
      confidence,
    )
  if (confidence < skyIsPlain && blue < skyIsBlue && (await sight.faces(findFaces)).length > 0) {
    const parts = await sight.parts(findPersonParts)
    const filled = 1 - parts.share.background
    if (filled > 0.3 && personConfidence(parts) >= personNeeded)
      throw new LowConfidence(
        `No sky was found: a person fills ${percent(filled)} of the picture, and sureness ${reached} is too little ` +
          `for a sky behind (${skyIsPlain} is needed).`,
        confidence,
      )
  }
  return { cover, confidence }
}

const partClasses: Record<Exclude<RegionName, 'subject' | 'sky'>, PersonClass[]> = {
  person: ['hair', 'body', 'face', 'clothes', 'others'],
  hair: ['hair'],
  clothes: ['clothes'],
  skin: ['body', 'face'],
  face: ['face'],
}

async function personPartIn(sight: Sight, name: keyof typeof partClasses): Promise<Region> {
  const parts = await sight.parts(findPersonParts)
  const confidence = personConfidence(parts)
  if (confidence < personNeeded)
    throw new LowConfidence(
      `No ${name === 'person' ? 'person' : `person’s ${name}`} ${were(name)} found: sureness ${confidence.toFixed(2)}, and ` +
        `${personNeeded} is needed.`,
      confidence,
    )
  const share = partClasses[name].reduce((sum, one) => sum + parts.share[one], 0)
  if (share < 0.002)
    throw new LowConfidence(
      `No ${name} ${were(name)} found: ${percent(share)} of the picture is ${name}, and 0.2 % is needed.`,
      confidence,
    )
  const cover = refine(await sight.picture(), parts.cover(...partClasses[name]), {
    radius: 8,
    epsilon: 2e-4,
    follow: 0.75,
    ramp: [0.2, 0.8],
  })
  return { cover, confidence }
}

function were(name: RegionName): string {
  return name === 'clothes' ? 'were' : 'was'
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
