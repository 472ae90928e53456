import { expect, test } from 'vitest'
import type { Painter } from './painter'
import { painterKeys, runPainterKey } from './painter-keys'
import { startSettings, type PainterSettings } from './painter-settings'

/** What of a painter keys act on. */
function setUp(start: Partial<PainterSettings> = {}) {
  const picture = { width: 1000, height: 800 }
  let settings = { ...startSettings(picture), ...start }
  const done: string[] = []
  const painter = {
    picture,
    store: { get: () => ({ settings }) },
    set: (change: Partial<PainterSettings>) => void (settings = { ...settings, ...change }),
    say: (message: string) => done.push(message),
    undo: () => done.push('undo'),
    redo: () => done.push('redo'),
    invert: () => done.push('invert'),
    clear: () => done.push('clear'),
    selectSubject: () => done.push('subject'),
  } as unknown as Painter
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    runPainterKey(painter, {
      key,
      code: '',
      shiftKey: false,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...more,
    })
  return { press, done, settings: () => settings }
}

test('letters choose tools; X swaps painting and erasing', () => {
  const { press, settings } = setUp()
  const chosen = ['e', 'r', 'x', 'l', 'g', 'h', 'b', 'B'].map((key) => {
    press(key)
    return `${settings().tool} ${settings().erase}`
  })
  expect(chosen).toEqual([
    'brush true',
    'rectangle true',
    'rectangle false',
    'lasso false',
    'fill false',
    'hand false',
    'brush false',
    'brush false',
  ])
})

test('S selects the subject', () => {
  const { press, done } = setUp()
  press('s')
  expect(done).toEqual(['subject'])
})

test('digits set the opacity, brackets size and hardness, on other keyboards too', () => {
  const { press, settings } = setUp({ size: 100, hardness: 0.5 })
  press('3')
  expect(settings().opacity).toBe(0.3)
  press('0')
  expect(settings().opacity).toBe(1)
  press(']')
  expect(settings().size).toBe(120)
  // German: by AltGr the sign itself, and without it the key at its place.
  press('[', { code: 'Digit8', ctrlKey: true, altKey: true })
  expect(settings().size).toBe(100)
  press('ü', { code: 'BracketLeft' })
  expect(settings().size).toBe(83)
  press('}', { code: 'BracketRight', shiftKey: true })
  expect(settings().hardness).toBe(0.6)
  press('Ü', { code: 'BracketLeft', shiftKey: true })
  expect(settings().hardness).toBe(0.5)
})

test('undo and redo, on a Mac too, even with single keys turned off', () => {
  const { press, done } = setUp({ singleKeys: false })
  press('z', { ctrlKey: true })
  press('Z', { ctrlKey: true, shiftKey: true })
  press('y', { ctrlKey: true })
  press('z', { metaKey: true })
  expect(press('i')).toBe(false)
  expect(press('Delete')).toBe(false)
  expect(done).toEqual(['undo', 'redo', 'redo', 'undo'])
})

test('the browser’s own shortcuts are left alone', () => {
  const { press, done } = setUp()
  for (const key of ['r', 'l', 'f', 'b', 'e', '0', '1', '+', '-', 'h'])
    expect(press(key, { ctrlKey: true }), key).toBe(false)
  expect(press('Tab')).toBe(false)
  expect(done).toEqual([])
})

test('no key means two things', () => {
  const presses = [...'berlghximf0123456789+-[]{}'].map((key) => ({
    key,
    code: '',
    shiftKey: '{}'.includes(key),
    ctrlKey: false,
    metaKey: false,
    altKey: false,
  }))
  for (const press of presses)
    expect(
      painterKeys.filter(({ matches }) => matches(press)),
      press.key,
    ).toHaveLength(1)
})
