import { describe, expect, it } from 'vitest'
import { actionOf, isLeftToControl, panOf, viewerKeys } from './viewer-keys'

describe('the table of keys', () => {
  it('has each key and each action once', () => {
    const keys = viewerKeys.flatMap((row) => [...row.keys] as string[])
    expect(new Set(keys).size).toBe(keys.length)
    const actions = viewerKeys.map(({ action }) => action)
    expect(new Set(actions).size).toBe(actions.length)
  })

  it('takes letters in both cases, and every digit', () => {
    expect(actionOf('S')).toBe('swap')
    expect(actionOf('s')).toBe('swap')
    expect(actionOf('0')).toBe('all')
    for (const digit of '123456789') expect(actionOf(digit)).toBe('solo-number')
    expect(actionOf('q')).toBeUndefined()
  })
})

it('walks by arrows, and pans only with Shift', () => {
  expect(actionOf('ArrowRight')).toBe('next')
  expect(panOf({ key: 'ArrowRight', shiftKey: false })).toBeUndefined()
  expect(panOf({ key: 'ArrowRight', shiftKey: true })).toEqual({ x: -1, y: 0 })
})

describe('isLeftToControl', () => {
  it('leaves all keys to what is typed in, and to the others only their own', () => {
    expect(isLeftToControl('1', 'everything')).toBe(true)
    expect(isLeftToControl('1', 'arrows-and-space')).toBe(false)
    expect(isLeftToControl('ArrowLeft', 'arrows-and-space')).toBe(true)
    expect(isLeftToControl('ArrowLeft', 'space')).toBe(false)
    expect(isLeftToControl(' ', 'space')).toBe(true)
    expect(isLeftToControl('Enter', 'space')).toBe(true)
    expect(isLeftToControl(' ', 'nothing')).toBe(false)
  })
})
