import 'server-only'
import { paintStrokes } from '@/lib/sandbox/engine/painting/brush-strokes'
import { defineStyle } from './define-style'

export const impressionist = defineStyle({
  name: 'impressionist',
  what: 'impressionist brush strokes',
  pattern:
    /\b(?:impressionis(?:t|tic|m)(?: (?:style|painting))?|(?:claude )?monet|renoir|c[eé]zanne|brush ?strokes?|painterly|acrylics?(?: painting)?|palette knife|impasto|(?:as |like )?an? painting|painting|painted)\b/,
  example: 'impressionist painting',
  sparesFaces: true,
  approximates(matched) {
    const other = /monet|renoir|c[eé]zanne|acrylic|palette knife/.exec(matched)?.[0]
    return other && `${other}: used impressionist brush strokes`
  },
  paint: (picture, { seed, scale, faces }) =>
    paintStrokes(picture, {
      seed,
      sizes: [26, 13, 7, 4].map((size) => size * scale),
      length: { least: 4, most: 16 },
      tolerance: 0.055,
      jitter: 0.06,
      saturation: 1.25,
      swirl: { share: 0, size: 0 },
      ground: [0.85, 0.79, 0.65],
      faces,
    }),
})
