import { expect, test } from 'vitest'
import { coloursIn } from '@/lib/sandbox/engine/grammar/colour-words'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  'white balance': [
    'fix the white balance',
    'remove the yellow cast',
    'neutral colours',
    'it looks too blue',
  ],
  temperature: ['make it warmer', 'cooler tones', 'too warm', 'colder by 30%'],
  saturation: [
    'more vibrant colors',
    'muted colours',
    'make the colours pop',
    'boost the colours',
    'tone down the colours',
    'less saturated',
  ],
  pastel: ['pastel colours', 'light pastel tones', 'give it a pastel look'],
  hue: ['shift the hue by 40 degrees', 'hue -90', 'rotate the colours'],
  tint: ['tint it teal', 'add a blue tint', 'make it #1e6fd9', 'an orange wash', 'bluer'],
  duotone: ['duotone purple and orange', 'duotone in #ff0055 and navy', 'cyanotype', 'two-tone'],
  'black and white': ['black & white', 'greyscale', 'film noir', 'remove all colour', 'monochrome'],
  sepia: ['sepia', 'sepia toned', 'give it a sepia tone'],
  vintage: ['vintage film look', 'like an old photograph', 'retro', 'Kodak Portra', '1970s look'],
  cinematic: ['cinematic teal and orange', 'like a movie still', 'color grade it', 'Hollywood look'],
  invert: ['invert the colours', 'make it a negative', 'inverted'],
  solarise: ['solarise it', 'solarized', 'solarisation'],
  posterise: ['posterise to 4 levels', 'posterize', 'reduce it to 6 colours'],
  threshold: ['threshold', 'threshold at 40 %', 'pure black and white', '1-bit'],
  thermal: ['thermal camera look', 'infrared', 'as a heat map'],
  blueprint: ['turn it into a blueprint', 'blueprint', 'like an architectural drawing'],
})

test('what restores an old picture does not age it', () => {
  expect(understand('restore this old photo', 1, false).steps).toEqual([])
})

test.each<[string, object]>([
  ['warmer by 20 %', { share: 0.2 }],
  ['too warm', { share: -0.4 }],
  ['less saturated by 30%', { share: -0.3 }],
  ['hue -90', { degrees: -90 }],
  ['threshold at 40 %', { share: 0.4 }],
  ['tint it light blue', { text: 'light blue', share: 0.62 }],
  ['posterise to 4 levels', { levels: 4 }],
  ['film noir', { noir: true }],
])('%s', (text, parameters) => {
  expect(understand(text, 1, false).steps[0]?.parameters).toMatchObject(parameters)
})

test('colours in words, by name, shade and digits', () => {
  expect(
    coloursIn('from #f00 to dark brown, sky blue and white').map(({ text, colour }) => [text, colour]),
  ).toEqual([
    ['#f00', [255, 0, 0]],
    ['dark brown', [76, 50, 24]],
    ['sky blue', [135, 206, 235]],
    ['white', [255, 255, 255]],
  ])
})
