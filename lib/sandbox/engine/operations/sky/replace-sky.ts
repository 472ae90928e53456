import 'server-only'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation, type EditContext, type Words } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { fromFloat, toFloat, type FloatPicture, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { resizePlane } from '@/lib/sandbox/engine/pixels/stretch'
import { findRegion } from '@/lib/sandbox/engine/regions/find-region'
import { LowConfidence } from '@/lib/sandbox/engine/regions/region'
import { laySky } from './lay-sky'
import { relight } from './relight'
import { skyBehind, skyEnd } from './sky-behind'
import { skyIn, wishOf, type SkyAsked } from './sky-words'

type Wanted = SkyAsked | { picture: number }

const kinds =
  'sunset|sunrise|dawn|dusk|night|starry|stormy|cloudy|clear|blue|pink|purple|orange|red|green|gold(?:en)?|teal|dramatic|' +
  'overcast|gr[ae]y|dark|moonlit|sunny|aurora|thunderous|summer|evening|morning|fluffy|puffy|new|different|better|another'
const pictureNumber = /\b(?:image|picture|photo) ?#?([2-9])\b|\b(second|other) (?:image|picture|photo)\b/

export const replaceSky = defineOperation<Wanted>({
  name: 'replace the sky',
  pattern: new RegExp(
    `\\b(?:replace|change|swap|make|turn|give|add|put|paint|set|use|create|insert|transform|convert)\\b(?:(?!\\b(?:background|hair|shirt)\\b).){0,32}?\\b(?:sky|skies|northern lights|aurora(?: borealis)?|lightning)\\b` +
      `|\\b(?:sky|skies) (?:to|into|with|from|like|as|should)\\b|\\b(?:(?:${kinds}) ){1,3}(?:sky|skies)\\b|\\bsky replacement\\b`,
  ),
  example: 'replace the sky with a sunset',
  kind: 'part',
  seeded: true,
  read: readWanted,
  describe: (wanted) =>
    'picture' in wanted
      ? `the sky of image ${wanted.picture}`
      : `replaced the sky with ${wanted.text} (painted)`,
  apply: (picture, wanted, context) => atMost(picture, 1536, (small) => apply(small, wanted, context)),
})

/** Darker, bluer, blurred, gone: the sky that is there, changed. */
const comparative =
  /\b(?:darker|brighter|lighter|bluer|warmer|cooler|colder|redder|pinker|greener|more|less|blur(?:red|ry)?|sharp(?:er|en)|saturated?|contrast|sepia|black (?:and|&) white|gr[ae]yscale)\b/

function readWanted({ clause, images }: Words): Wanted | undefined {
  if (images === 0) return undefined
  const other = pictureNumber.exec(clause)
  if (other && /\b(?:sky|skies)\b/.test(clause)) {
    const picture = Number(other[1] ?? 2)
    return picture <= images ? { picture } : undefined
  }
  // "but the sky", "except for the sky": the sky is what stays.
  if (/\b(?:but|except(?: for)?|outside|without|no) (?:the |a )?sky\b/.test(clause)) return undefined
  const asked = skyIn(clause.replace(/\bsky blue\b/g, 'blue'))
  if (asked) return comparative.test(clause) && !/\b(?:replace|swap)\b/.test(clause) ? undefined : asked
  const anyOther =
    /\b(?:replace|swap|change|new|different|better|another|replacement)\b/.test(clause) &&
    !comparative.test(clause)
  return anyOther ? { time: 'day', clouds: 'puffy', text: 'a blue sky with clouds' } : undefined
}

async function apply(picture: Picture, wanted: Wanted, context: EditContext): Promise<Picture> {
  const { width, height } = picture
  const cover = resizePlane((await context.region('sky')).cover, width, height)
  const before = toFloat(picture)
  if ('picture' in wanted) {
    const painted = await skyOfPicture(await context.image(wanted.picture), wanted.picture, cover)
    const land = tonedTo(before, painted, cover)
    return fromFloat(
      laySky(land, painted, cover, { haze: meanBelow(painted, cover), end: skyEnd(cover) }),
      picture,
    )
  }
  const { sky, painted, end } = skyBehind(cover, wishOf(wanted), context.seed)
  return fromFloat(laySky(relight(before, sky), painted, cover, { haze: sky.palette.haze, end }), picture)
}

/** The sky of another picture, stretched over ours. Rejects with `LowConfidence` where it has none. */
async function skyOfPicture(other: Picture, number: number, cover: Plane): Promise<FloatPicture> {
  const { width, height } = cover
  const rows = Math.min(height, skyEnd(cover) + Math.ceil(height * 0.03) + 1)
  let high = other.height
  try {
    const found = await findRegion(other, 'sky')
    high = Math.max(1, Math.round(skyEnd(found.cover) * 0.94))
  } catch (error) {
    if (!(error instanceof LowConfidence)) throw error
    throw new LowConfidence(`Image ${number} lends no sky: ${error.message}`, error.confidence)
  }
  const top = asSharp(other).extract({ left: 0, top: 0, width: other.width, height: high }).removeAlpha()
  const fitted = await rawPicture(top.resize({ width, height: rows, fit: 'cover', position: 'bottom' }))
  const painted = new Float32Array(width * height * 3)
  const { data } = toFloat(fitted)
  painted.set(data)
  // Below its end its last row goes on, for soft edges.
  for (let y = rows; y < height; y++) painted.set(data.subarray((rows - 1) * width * 3), y * width * 3)
  return { width, height, data: painted }
}

/** The land a third of the way to the colours of its new sky. */
function tonedTo(land: FloatPicture, painted: FloatPicture, cover: Plane): FloatPicture {
  const [now, old] = [meanOf(painted, cover), meanOf(land, cover)]
  const gains = now.map((value, at) => {
    const level = (value + 0.05) / (old[at]! + 0.05)
    return Math.min(1.25, Math.max(0.55, level)) ** 0.4
  })
  const data = land.data.map((value, at) => value * gains[at % 3]!)
  return { ...land, data }
}

function meanOf({ data }: FloatPicture, cover: Plane): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0]
  let weight = 1e-6
  for (let at = 0; at < cover.data.length; at++) {
    const share = cover.data[at]!
    weight += share
    for (const channel of [0, 1, 2] as const) sums[channel] += data[at * 3 + channel]! * share
  }
  return [sums[0] / weight, sums[1] / weight, sums[2] / weight]
}

/** The colour of the lower sky, as haze. */
function meanBelow(painted: FloatPicture, cover: Plane): [number, number, number] {
  const end = skyEnd(cover)
  const low = { ...cover, data: cover.data.map((share, at) => (at / cover.width > end * 0.75 ? share : 0)) }
  return meanOf(painted, low)
}
