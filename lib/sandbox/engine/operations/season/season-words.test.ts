import { expect, test } from 'vitest'
import { understand } from '@/lib/sandbox/engine/grammar/understand'

const named = (phrase: string) => understand(phrase, 1, false).steps.map(({ operation }) => operation)

test.each([
  ['make it winter', 'winter'],
  ['cover it in snow', 'winter'],
  ['a snowy landscape', 'winter'],
  ['make it autumn', 'autumn'],
  ['autumn leaves colours', 'autumn'],
  ['fall foliage', 'autumn'],
  ['make it look like spring', 'spring'],
  ['springtime', 'spring'],
  ['make it spring', 'spring'],
])('%s', (phrase, operation) => expect(named(phrase)).toEqual([operation]))
