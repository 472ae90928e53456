import 'server-only'
import { behindSubject, filling } from '@/lib/sandbox/engine/compositing/behind-subject'
import { cutOut } from '@/lib/sandbox/engine/compositing/cut-out'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { findRegion } from '@/lib/sandbox/engine/regions/find-region'
import { pictureNumbers, pictureReference } from '../together/picture-reference'
import { background } from './background-words'
import { subjectOf } from './subject-of'

const using = '(?:use|using|take|put|set|make|add|place|insert)'

export const backgroundPicture = defineOperation({
  name: 'background picture',
  pattern: new RegExp(
    `\\b${using}\\b.{0,30}?${pictureReference}.{0,30}?\\b(?:as|for|behind|in)\\b.*?\\b(?:${background}|behind)\\b|` +
      `\\b${background}\\b.*?${pictureReference}|${pictureReference} (?:as|for) (?:an? |the )?(?:new )?${background}\\b|` +
      `\\b${using}\\b.{0,20}${pictureReference} behind\\b`,
  ),
  example: 'use image 2 as the background',
  kind: 'pair',
  read({ clause, matched, images }) {
    // "Put her into image 2, on the background of …" names where she goes; colours taken from there are another thing.
    if (/\b(?:colou?rs?|palette|style|tones?|mood) (?:of|from|like)\b/.test(clause)) return undefined
    const [named] = pictureNumbers(matched)
    if (named === undefined || named > images) return undefined
    const other = pictureNumbers(clause).find((number) => number !== named)
    const front = other ?? (named === 1 ? 2 : 1)
    return front > images ? undefined : { behind: named, front }
  },
  describe: ({ behind, front }) =>
    front === 1 ? `background from image ${behind}` : `subject of image ${front} on image ${behind}`,
  async apply(picture, { behind, front }, context) {
    const base = front === 1 ? picture : await context.image(front)
    const cut =
      front === 1
        ? await subjectOf(base, context)
        : await cutOut(base, (await findRegion(base, 'subject')).cover)
    const other = behind === 1 ? picture : await context.image(behind)
    return behindSubject(cut, await filling(other, base))
  },
})
