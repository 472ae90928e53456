import { describe, expect, it } from 'vitest'
import { arrange, otherOf, walkTo, withHidden, type Choice } from './arrangement'
import type { Frame } from './frame'

const frames = ['input', 'a', 'b', 'c', 'd'].map((id): Frame => ({
  id,
  label: id,
  width: 1,
  height: 1,
  assetId: id,
  alt: '',
}))
const [input, a, b, c, d] = frames as [Frame, Frame, Frame, Frame, Frame]
const choice: Choice = { layout: 'grid', solo: false, flipped: false, hidden: new Set() }
const arrangeWith = (changes: Partial<Choice>, current = a, before: Frame | undefined = input) =>
  arrange({ ...choice, ...changes }, frames, { before, after: a, current })

describe('arrange', () => {
  it('leaves hidden pictures out of the grid and of blinking, but not one that is asked for alone', () => {
    const hidden = new Set(['b'])
    expect(arrangeWith({ hidden }).shown).toEqual([input, a, c, d])
    expect(arrangeWith({ hidden, layout: 'blink' }).shown).toEqual([input, a, c, d])
    expect(arrangeWith({ hidden, solo: true }, b)).toMatchObject({ kind: 'stack', shown: [b], current: b })
  })

  it('has a divider only where there are two, and walks the side that is not compared with', () => {
    expect(arrangeWith({ layout: 'slider' })).toMatchObject({
      kind: 'slider',
      shown: [input, a],
      walk: [a, b, c, d],
    })
    expect(arrangeWith({ layout: 'slider' }, input).current).toBe(a)
    const alone = arrange({ ...choice, layout: 'slider' }, frames, { after: a, current: a })
    expect(alone).toMatchObject({ kind: 'stack', shown: [a] })
  })
})

describe('walkTo', () => {
  it('goes round the ends where it wraps, and by rows only to what is there', () => {
    expect(walkTo(arrangeWith({}), 1, true)).toBe(b)
    expect(walkTo(arrangeWith({}, d), 1, true)).toBe(input)
    expect(walkTo(arrangeWith({}, input), -1, true)).toBe(d)
    expect(walkTo(arrangeWith({}, a), 3, false)).toBe(d)
    expect(walkTo(arrangeWith({}, b), 3, false)).toBeUndefined()
  })

  it('leads nowhere where there is nothing else', () => {
    const lone = arrange(choice, [a], { after: a, current: a })
    expect(walkTo(lone, 1, true)).toBeUndefined()
  })
})

it('puts the picture compared with in the place of each, and the after picture in its own', () => {
  const arrangement = arrangeWith({})
  expect(otherOf(arrangement, c)).toBe(input)
  expect(otherOf(arrangement, input)).toBe(a)
})

it('never leaves out the last picture', () => {
  const two = [input, a]
  const hidden = withHidden(new Set(), 'a', two)
  expect([...hidden]).toEqual(['a'])
  expect(withHidden(hidden, 'input', two)).toBe(hidden)
  expect(withHidden(hidden, 'a', two).size).toBe(0)
})
