import 'server-only'
import { shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { fromFloat, toFloat } from '@/lib/sandbox/engine/pixels/float-picture'
import { clamp, mix, smoothStep } from '@/lib/sandbox/engine/pixels/numbers'

type Mode = 'double exposure' | 'overlay' | 'multiply' | 'mix'

const pictures = '(?:images|pictures|photos)'
const second = '(?:image|picture|photo) ?#?2|(?:second|other) (?:image|picture|photo|one)'

export const blend = defineOperation({
  name: 'blend',
  pattern: new RegExp(
    `\\b(?:double[- ]exposures?|multiple exposure|superimpos(?:e|ed)|cross[- ]?fade|` +
      `(?:blend|mix|fade|merge|overlay|multiply|screen) (?:(?:the|these|both|two|all) )*(?:${pictures}|them)(?: together)?|` +
      `(?:blend|mix|fade|merge|overlay|multiply|screen)\\b.{0,24}?\\b(?:${second}))\\b`,
  ),
  example: 'double exposure of both pictures',
  kind: 'pair',
  read({ clause, images }) {
    if (images < 2) return undefined
    // "merge the person into image 2" is a cut-out.
    if (/\b(?:person|subject|man|woman|girl|boy|dog|cat|him|her|object|face)\b/.test(clause)) return undefined
    const mode: Mode = /\bmultipl(?:y|ied)\b/.test(clause)
      ? 'multiply'
      : /\boverlay\b/.test(clause)
        ? 'overlay'
        : /\b(?:exposure|superimpos\w*|screen)\b/.test(clause)
          ? 'double exposure'
          : 'mix'
    return { mode, share: clamp(shareIn(clause) ?? (mode === 'mix' ? 0.5 : 1)) }
  },
  describe: ({ mode, share }) =>
    mode === 'mix'
      ? `image 2 mixed in at ${Math.round(share * 100)} %`
      : `${mode} with image 2${share < 1 ? ` at ${Math.round(share * 100)} %` : ''}`,
  apply: async (picture, { mode, share }, { image }) => {
    const second = await image(2)
    return atMost(picture, 2048, (small) => lay(small, second, mode, share))
  },
})

async function lay(first: Picture, other: Picture, mode: Mode, share: number): Promise<Picture> {
  const { width, height } = first
  const above = toFloat(
    await rawPicture(asSharp(other).removeAlpha().resize({ width, height, fit: 'cover' })),
  )
  const below = toFloat(first)
  const data = new Float32Array(below.data.length)
  for (let at = 0; at < data.length; at += 3) {
    const luma = 0.299 * below.data[at]! + 0.587 * below.data[at + 1]! + 0.114 * below.data[at + 2]!
    for (let channel = at; channel < at + 3; channel++) {
      const a = below.data[channel]!
      const b = above.data[channel]!
      data[channel] = mix(a, modes[mode](a, b, luma), share)
    }
  }
  return fromFloat({ width, height, data }, first)
}

/** What becomes of a value and the one laid on it, 0 to 1. @param luma of the pixel below */
const modes: Record<Mode, (below: number, above: number, luma: number) => number> = {
  // On film light adds up: the second picture shows in what is dark in the first, and pales in what is bright.
  'double exposure': (a, b, luma) =>
    1 - (1 - a * 0.92) * (1 - b * (0.95 - 0.7 * smoothStep(0.35, 0.95, luma))),
  overlay: (a, b) => (a < 0.5 ? 2 * a * b : 1 - 2 * (1 - a) * (1 - b)),
  multiply: (a, b) => a * b,
  mix: (_, b) => b,
}
