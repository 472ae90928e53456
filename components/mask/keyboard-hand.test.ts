import { expect, test } from 'vitest'
import { emptyMask, type Point } from '@/lib/masks/mask'
import { createMaskSession } from '@/lib/masks/mask-session'
import { createKeyboardHand } from './keyboard-hand'
import { startSettings, type PainterSettings } from './painter-settings'
import { createToolHand } from './tool-hand'

function setUp(change: Partial<PainterSettings>) {
  const picture = { width: 100, height: 80 }
  const settings = { ...startSettings(picture), hardness: 1, size: 1, ...change }
  const said: string[] = []
  const filled: Point[] = []
  const session = createMaskSession(emptyMask(100, 80))
  const hand = createToolHand({
    session,
    settings: () => settings,
    fill: (seed) => filled.push(seed),
    onDone: (message) => said.push(message),
  })
  const keyboard = createKeyboardHand({
    picture,
    hand,
    settings: () => settings,
    scale: () => 2,
    start: () => ({ x: 50, y: 40 }),
    onMove: () => {},
    mayPaint: () => true,
    say: (message) => said.push(message),
  })
  const press = (key: string, more: { shiftKey?: boolean; altKey?: boolean } = {}) =>
    keyboard.move({ key, shiftKey: false, altKey: false, ...more })
  const painted = () => [...session.mask.data.keys()].filter((i) => session.mask.data[i])
  return { keyboard, press, said, filled, painted, session, hand }
}

test('the cursor comes up in the middle and stays on the picture', () => {
  const { keyboard, press, said } = setUp({})
  press('ArrowRight')
  press('ArrowRight')
  press('ArrowUp', { shiftKey: true })
  press('ArrowLeft', { altKey: true })
  press('End')
  press('PageDown')
  press('ArrowDown')
  expect(said).toEqual(['50, 40', '54, 40', '54, 16', '53, 16', '99, 16', '99, 79', '99, 79'])
  expect(keyboard.cursor()).toEqual({ x: 99.5, y: 79.5, pressure: 1 })
  expect(press('a')).toBe(false)
})

test('a rectangle by two presses of Enter', () => {
  const { keyboard, press, said, painted } = setUp({ tool: 'rectangle' })
  keyboard.act()
  keyboard.act()
  press('ArrowRight', { altKey: true })
  press('ArrowDown', { altKey: true })
  keyboard.act()
  expect(said.at(-2)).toBe('2 × 2 px')
  expect(said.at(-1)).toBe('Rectangle 2 × 2 px filled.')
  expect(painted()).toEqual([4050, 4051, 4150, 4151])
})

test('a brush is set down, led by the arrows, and lifted', () => {
  const { keyboard, press, painted, session } = setUp({})
  press('ArrowRight')
  keyboard.act()
  press('ArrowRight')
  keyboard.act()
  expect(painted()).toEqual([4050, 4051, 4052, 4053, 4054])
  press('ArrowRight')
  expect(painted()).toHaveLength(5)
  session.undo()
  expect(painted()).toEqual([])
})

test('a fill happens at once, a lasso needs its end, and what is given up leaves nothing', () => {
  const fill = setUp({ tool: 'fill' })
  fill.press('Home')
  fill.keyboard.act()
  expect(fill.filled).toEqual([{ x: 0, y: 40 }])

  const lasso = setUp({ tool: 'lasso' })
  lasso.press('ArrowRight')
  lasso.keyboard.act()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) lasso.press(key)
  lasso.keyboard.act()
  expect(lasso.said.at(-1)).toBe('Lasso filled.')
  expect(lasso.session.mask.data.reduce((sum, value) => sum + value, 0) / 255).toBeCloseTo(16, 0)

  const brush = setUp({ size: 9 })
  brush.press('ArrowRight')
  brush.keyboard.act()
  brush.hand.discard()
  expect(brush.painted()).toEqual([])
})
