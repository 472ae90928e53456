import 'server-only'
import { paintStrokes } from '@/lib/sandbox/engine/painting/brush-strokes'
import { defineStyle } from './define-style'

export const vanGogh = defineStyle({
  name: 'Van Gogh',
  what: 'swirling brush strokes',
  pattern:
    /\b(?:(?:vincent )?van gogh(?:['’]s)?(?: (?:style|painting|starry night))*|starry night (?:style|painting)|post-?impressionis(?:t|m)|swirl(?:s|y|ing)?(?: (?:brush ?strokes?|strokes?))?|expressionis(?:t|m)|edvard munch|the scream)\b/,
  example: 'in the style of Van Gogh',
  sparesFaces: true,
  approximates: (matched) =>
    /gogh|starry|munch|scream|expressionis/.test(matched)
      ? `${matched}: swirling brush strokes after Van Gogh`
      : undefined,
  paint: (picture, { seed, scale, faces }) =>
    paintStrokes(picture, {
      seed,
      sizes: [22, 13, 8.5, 5.5].map((size) => size * scale),
      length: { least: 6, most: 22 },
      tolerance: 0.085,
      jitter: 0.09,
      saturation: 1.5,
      swirl: { share: 0.85, size: 160 * scale },
      ground: [0.16, 0.2, 0.36],
      faces,
    }),
})
