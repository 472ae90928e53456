import { expect, it } from 'vitest'
import { noSelection, toggled, withAll, withRange } from './selection'

const runs = ['a', 'b', 'c', 'd', 'e']
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort()

it('takes runs one by one, and gives them back', () => {
  const one = toggled(noSelection, 'b', 1)
  expect(one).toMatchObject({ anchor: 1, isSelecting: true })
  expect(idsOf(toggled(one, 'd', 3))).toEqual(['b', 'd'])
  expect(idsOf(toggled(one, 'b', 1))).toEqual([])
})

it('draws a range anew from its anchor, and keeps what was selected before', () => {
  const base = toggled(toggled(noSelection, 'e', 4), 'b', 1)
  const longer = withRange(base, runs.slice(1, 4), 1)
  expect(idsOf(longer)).toEqual(['b', 'c', 'd', 'e'])
  const shorter = withRange(longer, runs.slice(1, 3), 1)
  expect(idsOf(shorter)).toEqual(['b', 'c', 'e'])
  expect(idsOf(withRange(shorter, runs.slice(0, 1), 0))).toEqual(['a', 'b', 'c', 'e'])
})

it('takes all', () => expect(idsOf(withAll(noSelection, runs))).toEqual(runs))
