import { expect, it } from 'vitest'
import { formatCents } from './format-cents'

it.each([
  [0, '0¢'],
  [0.3, '0.3¢'],
  [1.6, '1.6¢'],
  [7, '7¢'],
  [0.1 + 0.2, '0.3¢'],
  [120, '$1.20'],
])('%d cents are "%s"', (cents, text) => expect(formatCents(cents)).toBe(text))
