import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  'recolour hair': [
    'change her hair to pink',
    'dye his hair bright green',
    'pink hair',
    'make the hair black',
    'turn her hair from brown to blonde',
    'make her a blonde',
  ],
  'recolour clothes': [
    'make the shirt green',
    'make her dress red',
    'change the colour of his jacket to navy',
    'paint the suit #00aa55',
  ],
  'recolour the subject': [
    'turn the car red',
    'paint the car #1e6fd9',
    'make the bottle dark green',
    'colour the flower purple',
  ],
  'recolour one colour': [
    'change the red to blue',
    'swap red for blue',
    'turn all reds into greens',
    'replace orange with purple',
    'make everything blue pink',
  ],
  'smooth the skin': ['smooth the skin', 'smooth her skin a little', 'skin smoothing', 'retouch the face'],
  'hide the face': [
    'blur the face',
    'pixelate the faces',
    'anonymise the face',
    'anonymize it',
    'hide their faces',
  ],
})

test.each<[string, object]>([
  ['turn her hair from brown to blonde', { text: 'blonde' }],
  ['swap red for blue', { fromText: 'red', toText: 'blue' }],
  ['turn all reds into greens', { fromText: 'red', toText: 'green' }],
  ['make the bottle dark green', { text: 'dark green' }],
  ['pixelate the faces', { by: 'blocks' }],
])('%s', (text, parameters) => {
  expect(understand(text, 1, false).steps[0]?.parameters).toMatchObject(parameters)
})

test('what is guessed or coarse is said', () => {
  expect(understand('turn the car red', 1, false).steps[0]?.approximates).toMatch(/main subject/)
  expect(understand('make the shirt green', 1, false).steps[0]?.approximates).toMatch(/All of the clothes/)
  expect(understand('make her clothes green', 1, false).steps[0]?.approximates).toBeUndefined()
})

test('under a mask, the mask says what is recoloured', () => {
  const { steps } = understand('make the car red', 1, true)
  expect(steps).toMatchObject([{ operation: 'recolour the subject', scope: 'mask' }])
  expect(steps[0]?.approximates).toBeUndefined()
})
