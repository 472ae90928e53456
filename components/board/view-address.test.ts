import { expect, it } from 'vitest'
import { readBoardView, writeBoardView } from './view-address'

it('is read as it was written', () => {
  for (const view of [{ position: 3 }, { position: 0, among: [0, 3, 5], isGrid: true }])
    expect(readBoardView(writeBoardView(view), 9)).toEqual(view)
})

it.each(['', '#', '#view', '#view=', '#view=0', '#view=10', '#view=1.5', '#other', '#view=x'])(
  'is nothing for %j',
  (hash) => expect(readBoardView(hash, 9)).toBeUndefined(),
)

it('shows all where the chosen ones make no sense', () => {
  expect(readBoardView('#view=2&of=1,3', 9)).toEqual({ position: 1 })
  expect(readBoardView('#view=2&of=2,99', 9)).toEqual({ position: 1 })
})
