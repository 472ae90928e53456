import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'

const read = (phrase: string) =>
  understand(phrase, 1, false).steps.map(({ operation, description }) => [operation, description])

test.each([
  ['add rain', 'rain', 'rain'],
  ['heavy rain', 'rain', 'heavy rain'],
  ['make it a bit rainy', 'rain', 'light rain'],
  ['add fog', 'fog', 'fog, denser with height in the picture'],
  ['thick morning fog', 'fog', 'thick fog, denser with height in the picture'],
  ['make it misty', 'fog', 'mist, denser with height in the picture'],
  ['add falling snow', 'falling snow', 'falling snow'],
  ['make it snow', 'falling snow', 'falling snow'],
  ['a blizzard', 'falling snow', 'heavy snowfall'],
])('%s', (phrase, operation, description) => expect(read(phrase)).toEqual([[operation, description]]))

test.each(['make it stormy', 'add a thunderstorm', 'stormy weather'])('%s', (phrase) =>
  expect(read(phrase)[0]?.[0]).toBe('storm'),
)

test.each(['remove the fog', 'less haze', 'without rain'])('not “%s”', (phrase) =>
  expect(read(phrase).map(([operation]) => operation)).not.toContain('fog'),
)
