import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'
import { testPhrases } from '@/lib/sandbox/engine/operations/words-for-tests'

testPhrases({
  text: [
    'write "SALE" in red at the top',
    'add the text "Hello World" at the bottom',
    'write “Happy Birthday, Mum!” across the top in gold',
    'caption: "black and white sunset"',
    'put "Top left" in a black box in the top left corner',
    'a small watermark "© me"',
    'huge title "OPEN" with a black outline in the middle',
    'write hello world at the top',
  ],
})

const read = (text: string) => understand(text, 1, false).steps[0]

test.each<[string, object]>([
  ['write "SALE" in red at the top', { text: 'SALE', place: 'at the top', colour: { text: 'red' } }],
  ['add "Hi" in the bottom right corner 48 px', { text: 'Hi', place: 'at the bottom right', pixels: 48 }],
  [
    'write "A & B, blurred" in white with a blue outline',
    { text: 'A & B, blurred', backing: 'outline', accent: { text: 'blue' }, colour: { text: 'white' } },
  ],
  ['caption "x" in the centre', { place: 'in the middle' }],
  ['watermark "x"', { place: 'at the bottom right', watermark: true }],
  ['write hello world at the top', { text: 'hello world', quoted: false }],
])('%s', (text, parameters) => {
  expect(read(text)?.parameters).toMatchObject(parameters)
})

test('words on a thing are laid over it, and that is said', () => {
  expect(read('write "OPEN" on the sign')?.approximates).toMatch(/not painted onto the sign/)
})

test('text that is there already is not rewritten', () => {
  expect(understand('change the text on the sign to "OPEN"', 1, false).steps).toEqual([])
})
