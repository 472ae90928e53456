import 'server-only'
import { resizePlane } from '@/lib/sandbox/engine/pixels/stretch'
import { cutOut } from '@/lib/sandbox/engine/compositing/cut-out'
import { keepLargePieces } from '@/lib/sandbox/engine/compositing/keep-large-pieces'
import { standIn } from '@/lib/sandbox/engine/compositing/stand-in'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { findRegion } from '@/lib/sandbox/engine/regions/find-region'
import { LowConfidence, type Region, type RegionName } from '@/lib/sandbox/engine/regions/region'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { asksForInset } from './inset-words'
import { pictureNoun, pictureNumbers, pictureReference } from './picture-reference'
import { placeIn } from './place-words'

const putting =
  '(?:put|putting|place|placing|insert|add|paste|move|bring|drop|transfer|copy|composite|combine|merge|integrate|teleport|swap|show|have|let|make)'
const into = '(?:in|into|inside|on|onto|over|to|and|with|upon|at|beside|next to|in front of|within)'

export const putSubject = defineOperation({
  name: 'put the subject into another picture',
  pattern: new RegExp(
    `\\b${putting}\\b.*?${pictureReference}.*?\\b${into}\\b.*?${pictureReference}|` +
      `\\b(?:${putting}|blend|fuse|mix)\\b.{2,40}?\\b(?:in|into|inside|on|onto|to|in front of)\\b (?:the scene (?:of|in|from) )?${pictureReference}|` +
      `\\b${putting}\\b.{2,30}?\\b(?:from|of|in) ${pictureReference}.{0,4}\\b(?:in|into|onto|to) (?:here|this|it|(?:this|the|my) (?:one|${pictureNoun}))\\b|` +
      `\\b(?:combine|merge|composite|put)\\b.{0,12}\\b(?:both|the two|these(?: two)?) (?:images|pictures|photos)\\b(?! (?:side|next))`,
  ),
  example: 'put the person in image 1 into image 2',
  kind: 'pair',
  read({ clause, matched, images }) {
    if (images < 2 || asksForInset(clause) || /\bside[ -]by[ -]side\b|\bnext to each other\b/.test(clause))
      return undefined
    if (
      /\b(?:colou?rs?|palette|style|tones?|mood|look|light(?:ing)?|back-?ground|backdrop|sky)\b/.test(matched)
    )
      return undefined
    const named = pictureNumbers(matched)
    const isFromNamed = named.length === 1 && takenFrom.test(matched)
    const base = isFromNamed ? otherOf(named[0]!) : (named.at(-1) ?? 2)
    const from = named.length >= 2 ? named.at(-2)! : otherOf(base)
    if (from === base || Math.max(from, base) > images) return undefined
    const isPerson =
      /\b(?:person|people|man|men|woman|women|lady|guy|girl|boy|child|kid|baby|him|her|them|me|us|model|astronaut)\b/.test(
        matched,
      )
    return { from, base, isPerson, place: placeIn(clause) }
  },
  describe: ({ from, base, place: { side } }) =>
    `put the subject of image ${from} into image ${base}${side === 'centre' ? '' : `, ${side}`}`,
  async apply(edited, { from, base, isPerson, place }, { image, region, note }) {
    const source = from === 1 ? edited : await image(from)
    const target = base === 1 ? edited : await image(base)
    const { cover } = await subjectIn(
      source,
      from === 1 ? region : (name) => findRegion(source, name),
      isPerson,
      note,
    )
    const { picture, cutOff } = await standIn(target, await cutOut(source, keepLargePieces(cover)), place)
    if (cutOff)
      note(`image ${from} cuts the subject off ${cutOff}, so it stands at the edge of image ${base}`)
    return picture
  },
})

/** "The cat from image 2 in here". */
const takenFrom = new RegExp(`\\b(?:from|of|in) ${pictureReference}.{0,4}\\b(?:in|into|onto|to) `)

function otherOf(picture: number): number {
  return picture === 1 ? 2 : 1
}

/** The person, where one is spoken of and found; else the subject. */
async function subjectIn(
  source: Picture,
  region: (name: RegionName) => Promise<Region>,
  isPerson: boolean,
  note: (text: string) => void,
): Promise<Region> {
  const found = await region('subject')
  const subject = { ...found, cover: resizePlane(found.cover, source.width, source.height) }
  if (!isPerson) return subject
  try {
    await region('person')
  } catch (error) {
    if (!(error instanceof LowConfidence)) throw error
    note('no person was found for sure; the main subject was taken')
  }
  return subject
}
