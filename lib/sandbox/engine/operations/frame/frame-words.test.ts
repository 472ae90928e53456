import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  border: [
    'add a white border',
    'put a thin black frame around it',
    'a 20 px #ff0000 border',
    'thick gold frame',
  ],
  'rounded corners': ['rounded corners', 'round the corners by 30 px', 'crop to a circle', 'make it round'],
  'Polaroid frame': [
    'polaroid frame',
    'polaroid',
    'instant photo look',
    'polaroid with the caption "Summer 1998"',
  ],
})

test.each<[string, object]>([
  ['a 20 px #ff0000 border', { pixels: 20, colour: [255, 0, 0] }],
  ['a border of 5 % in navy', { share: 0.05, text: 'navy' }],
  ['crop to a circle', { circle: true }],
  ['round the corners by 30 px', { circle: false, pixels: 30 }],
  ['polaroid with the caption "Summer 1998"', { caption: 'Summer 1998' }],
])('%s', (text, parameters) => {
  expect(understand(text, 1, false).steps[0]?.parameters).toMatchObject(parameters)
})

test.each(['fill the frame', 'remove the border'])('no border: %s', (text) => {
  expect(understand(text, 1, false).steps.map(({ operation }) => operation)).not.toContain('border')
})
