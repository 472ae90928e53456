import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'

const named = (phrase: string) => understand(phrase, 1, false).steps.map(({ operation }) => operation)

test.each([
  ['make it night', 'night'],
  ['turn this into a nighttime shot', 'night'],
  ['add moonlight', 'night'],
  ['golden hour lighting', 'golden hour'],
  ['make it sunset', 'golden hour'],
  ['warm evening sun at dusk', 'golden hour'],
  ['make it dawn', 'dawn'],
  ['sunrise', 'dawn'],
  ['early morning light', 'dawn'],
])('%s', (phrase, operation) => expect(named(phrase)).toContain(operation))

test('what is said about another time is no wish for it', () => {
  expect(named('turn night into day')).toEqual([])
})
