import { expect, it } from 'vitest'
import type { Frame } from './frame'
import { keepSame } from './use-same-frames'

const frame = (id: string, seed = '1'): Frame => ({
  id,
  label: id,
  width: 1,
  height: 1,
  assetId: id,
  alt: '',
  facts: [{ name: 'Seed', value: seed }],
})

it('keeps every frame that has not changed, and the whole list where none has', () => {
  const known = [frame('a'), frame('b')]
  expect(keepSame(known, [frame('a'), frame('b')])).toBe(known)
  const changed = keepSame(known, [frame('a'), frame('b', '2'), frame('c')])
  expect(changed[0]).toBe(known[0])
  expect(changed[1]).not.toBe(known[1])
  expect(changed).toHaveLength(3)
  expect(keepSame(known, [frame('b')])).toEqual([known[1]])
})
