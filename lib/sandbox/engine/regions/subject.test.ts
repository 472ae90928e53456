import { describe, expect, test } from 'vitest'
import { emptyPlane, type Plane } from '../pixels/float-picture'
import type { PersonParts } from './person-parts'
import { peopleIn } from './subject'

const side = 100

/** Parts in which a person is as likely as `likely` says; the network's other classes are not asked for. */
function partsOf(likely: (x: number, y: number) => number): PersonParts {
  const background = emptyPlane(side, side)
  let share = 0
  for (let at = 0; at < background.data.length; at++) {
    background.data[at] = 1 - likely(at % side, Math.floor(at / side))
    if (background.data[at]! > 0.5) share += 1 / background.data.length
  }
  return {
    cover: (...wanted) => {
      expect(wanted).toEqual(['background'])
      return background
    },
    share: { background: share, hair: 0, body: 0, face: 0, clothes: 0, others: 0 },
  }
}

const within = (x: number, y: number, [left, top, right, bottom]: number[]) =>
  x >= left! && x < right! && y >= top! && y < bottom!
const at = ({ data }: Plane, x: number, y: number) => data[y * side + x]

describe('people who fill a picture', () => {
  const somebody = [20, 20, 60, 100]

  test('are taken, also where the network is half sure; small holes are closed, gaps stay', () => {
    const people = peopleIn(
      partsOf((x, y) => {
        if (within(x, y, [30, 30, 34, 34])) return 0
        if (within(x, y, [35, 50, 45, 60])) return 0
        if (within(x, y, [22, 70, 58, 75])) return 0.5
        return within(x, y, somebody) ? 1 : 0
      }),
    )!
    expect(at(people, 32, 32)).toBe(1)
    expect(at(people, 40, 55)).toBe(0)
    expect(at(people, 40, 72)).toBe(1)
    expect(at(people, 10, 50)).toBe(0)
  })

  test('are taken without passers-by', () => {
    const people = peopleIn(
      partsOf((x, y) => (within(x, y, somebody) || within(x, y, [80, 40, 90, 60]) ? 1 : 0)),
    )!
    expect(at(people, 40, 50)).toBe(1)
    expect(at(people, 85, 50)).toBe(0)
  })

  test('are not what a picture with somebody small in it is of', () => {
    expect(peopleIn(partsOf((x, y) => (within(x, y, [50, 50, 60, 80]) ? 1 : 0)))).toBeUndefined()
  })
})
