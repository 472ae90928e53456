import 'server-only'
import { createHash } from 'node:crypto'
import type { Picture } from '../picture'
import type { Face } from './find-faces'
import type { PersonParts } from './person-parts'
import { LowConfidence, type Region, type RegionName } from './region'
import type { Saliency } from './saliency'
import { atWorkSize } from './work-size'

/** What has been looked for in one picture, whether it was found or not; regions at the size they were found at. */
interface Seen {
  faces?: Promise<Face[]>
  saliency?: Promise<Saliency>
  parts?: Promise<PersonParts>
  regions: Partial<Record<RegionName, Promise<Region>>>
}

/** Finds things in a picture once; what is found is kept for the next edit of the same pixels. */
export interface Sight {
  /** The picture at work size, made when it is first asked for. */
  picture(): Promise<Picture>
  /** In the picture as it is: they are looked for on a small copy, which needs no floats. */
  faces(find: (picture: Picture) => Promise<Face[]>): Promise<Face[]>
  saliency(find: (picture: Picture) => Promise<Saliency>): Promise<Saliency>
  parts(find: (picture: Picture) => Promise<PersonParts>): Promise<PersonParts>
  region(name: RegionName, find: () => Promise<Region>): Promise<Region>
}

/** A region is up to 9 MB. */
const picturesKept = 4
const kept = new Map<string, Seen>()
const keys = new WeakMap<Picture, string>()

export function lookAt(picture: Picture): Sight {
  const seen = seenIn(picture)
  let work: Promise<Picture> | undefined
  const atWork = () => (work ??= atWorkSize(picture))
  return {
    picture: atWork,
    faces: (find) => (seen.faces ??= unlessBroken(find(picture), () => delete seen.faces)),
    saliency: (find) => (seen.saliency ??= unlessBroken(atWork().then(find), () => delete seen.saliency)),
    parts: (find) => (seen.parts ??= unlessBroken(atWork().then(find), () => delete seen.parts)),
    region: (name, find) => (seen.regions[name] ??= unlessBroken(find(), () => delete seen.regions[name])),
  }
}

function seenIn(picture: Picture): Seen {
  const key = keyOf(picture)
  const seen = kept.get(key) ?? { regions: {} }
  kept.delete(key)
  kept.set(key, seen)
  for (const oldest of kept.keys()) {
    if (kept.size <= picturesKept) break
    kept.delete(oldest)
  }
  return seen
}

/** By content, because each job decodes its pictures anew. */
function keyOf(picture: Picture): string {
  const known = keys.get(picture)
  if (known) return known
  const { pixels, width, height, channels } = picture
  const key = `${width}x${height}x${channels} ${createHash('sha1').update(pixels).digest('base64')}`
  keys.set(picture, key)
  return key
}

/** "Not found" is an answer to keep; a model that could not be read is none. */
function unlessBroken<T>(finding: Promise<T>, forget: () => void): Promise<T> {
  finding.catch((error: unknown) => {
    if (!(error instanceof LowConfidence)) forget()
  })
  return finding
}
