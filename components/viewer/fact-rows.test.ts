import { expect, it } from 'vitest'
import { factTable } from './fact-rows'
import type { Fact, Frame } from './frame'

const frame = (id: string, facts?: Fact[]): Frame => ({
  id,
  label: id,
  width: 1,
  height: 1,
  assetId: id,
  alt: '',
  facts,
})

it('has every name once in order of first use, and marks what all pictures share', () => {
  const { columns, rows } = factTable([
    frame('input'),
    frame('a', [
      { name: 'Seed', value: '1' },
      { name: 'Steps', value: '28' },
    ]),
    frame('b', [
      { name: 'Steps', value: '28' },
      { name: 'Guidance', value: '3.5' },
      { name: 'Seed', value: '2' },
    ]),
  ])
  expect(columns.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(rows).toEqual([
    { name: 'Seed', values: ['1', '2'], same: false },
    { name: 'Steps', values: ['28', '28'], same: true },
    { name: 'Guidance', values: [undefined, '3.5'], same: false },
  ])
})

it('calls nothing the same for all where there is one', () => {
  expect(factTable([frame('a', [{ name: 'Seed', value: '1' }])]).rows[0]?.same).toBe(false)
})
