import { expect, test } from 'vitest'
import { emptyMask } from './mask'
import { randomFrom } from './mask-for-tests'
import { createMaskHistory } from './mask-history'
import { createMaskSession } from './mask-session'

const megabyte = 1024 * 1024

/** A hundred strokes as a hand makes them, hard and soft, thin and wide, painting and erasing. */
function paintStrokes(session: ReturnType<typeof createMaskSession>, count: number, seed: number) {
  const random = randomFrom(seed)
  const { width, height } = session.mask
  for (let i = 0; i < count; i++) {
    const stroke = session.startStroke({
      size: 20 + random() * 280,
      hardness: [0, 0.5, 0.8, 1][i % 4]!,
      opacity: i % 3 ? 1 : 0.6,
      erase: i % 5 === 4,
      pressure: i % 2 ? 'size' : 'none',
    })
    let [x, y] = [random() * width, random() * height]
    for (let step = 0; step < 12; step++) {
      stroke.to({ x, y, pressure: 0.3 + random() * 0.7 })
      x += (random() - 0.5) * 400
      y += (random() - 0.5) * 400
    }
    stroke.end()
  }
}

test('100 strokes at 12 megapixels come back bit for bit, and are held in little memory', () => {
  const mask = emptyMask(4000, 3000)
  const session = createMaskSession(mask)
  const hashes = [hash(mask.data)]
  for (let i = 0; i < 100; i++) {
    paintStrokes(session, 1, i)
    hashes.push(hash(mask.data))
  }
  expect(session.history.steps).toBe(100)
  expect(session.history.bytes).toBeLessThan(64 * megabyte)
  for (let i = 99; i >= 0; i--) {
    session.undo()
    expect(hash(mask.data)).toBe(hashes[i])
  }
  expect(session.undo()).toBeUndefined()
  for (let i = 1; i <= 100; i++) {
    session.redo()
    expect(hash(mask.data)).toBe(hashes[i])
  }
  expect(session.redo()).toBeUndefined()
}, 120_000)

test('inverting and clearing twelve megapixels cost next to nothing', () => {
  const mask = emptyMask(4000, 3000)
  const session = createMaskSession(mask)
  session.invert()
  session.invert()
  session.invert()
  session.clear()
  expect(session.history.bytes).toBeLessThan(megabyte)
  session.undo()
  expect(mask.data.every((value) => value === 255)).toBe(true)
})

test('every operation is undone and done again bit for bit, also at odd sizes', () => {
  const mask = emptyMask(523, 301)
  const session = createMaskSession(mask)
  const random = randomFrom(3)
  const paint = () => ({ opacity: random(), erase: random() < 0.3 })
  const rect = { x: 3, y: 250, width: 520, height: 51 }
  const states = [hash(mask.data)]
  const names: string[] = []
  const operations = [
    () => session.fillRectangle(rect, paint()),
    () =>
      session.fillPolygon(
        Array.from({ length: 9 }, () => ({ x: random() * 600, y: random() * 300 })),
        paint(),
      ),
    () =>
      session.fillRegion(
        { rect: { x: 0, y: 0, width: 2, height: 2 }, cover: Uint8Array.from([9, 0, 255, 80]) },
        paint(),
      ),
    () => session.invert(),
    () =>
      session.replace(
        mask.data.map(() => Math.floor(random() * 256)),
        'Feather',
      ),
    () => session.clear(),
  ]
  for (let round = 0; round < 3; round++)
    for (const operation of operations) {
      const change = operation()
      if (!change) continue
      names.push(change.name)
      states.push(hash(mask.data))
    }
  expect(names.length).toBeGreaterThan(12)
  for (let i = names.length - 1; i >= 0; i--) {
    expect(session.undo()?.name).toBe(names[i])
    expect(hash(mask.data)).toBe(states[i])
  }
  for (let i = 0; i < names.length; i++) {
    expect(session.redo()?.name).toBe(names[i])
    expect(hash(mask.data)).toBe(states[i + 1])
  }
})

test('what changes nothing is no step, and a new step cuts off what was undone', () => {
  const session = createMaskSession(emptyMask(300, 300))
  const rect = { x: 250, y: 250, width: 20, height: 20 }
  const paint = { opacity: 1, erase: false }
  expect(session.clear()).toBeUndefined()
  session.fillRectangle(rect, paint)
  expect(session.fillRectangle(rect, paint)).toBeUndefined()
  session.invert()
  const { bytes } = session.history
  session.undo()
  expect(session.history.canRedo).toBe(true)
  session.clear()
  expect(session.history.canRedo).toBe(false)
  expect(session.history.steps).toBe(2)
  expect(session.history.bytes).toBeGreaterThan(0)
  session.undo()
  session.invert()
  expect(session.history.bytes).toBe(bytes)
})

test('the state tells whether the mask is as it was', () => {
  const session = createMaskSession(emptyMask(30, 30))
  const start = session.history.state
  session.invert()
  const inverted = session.history.state
  session.undo()
  expect(session.history.state).toBe(start)
  session.redo()
  expect(session.history.state).toBe(inverted)
  session.undo()
  session.fillRectangle({ x: 0, y: 0, width: 1, height: 1 }, { opacity: 1, erase: false })
  expect([start, inverted]).not.toContain(session.history.state)
})

test('a discarded stroke leaves no trace', () => {
  const session = createMaskSession(emptyMask(100, 100))
  const stroke = session.startStroke({ size: 30, hardness: 0.5, opacity: 1, erase: false, pressure: 'none' })
  stroke.to({ x: 20, y: 20, pressure: 1 })
  stroke.to({ x: 80, y: 60, pressure: 1 })
  expect(session.mask.data.some((value) => value > 0)).toBe(true)
  stroke.discard()
  expect(session.mask.data.every((value) => value === 0)).toBe(true)
  expect(session.pyramid.levels.every(({ data }) => data.every((value) => value === 0))).toBe(true)
  expect(session.history.canUndo).toBe(false)
})

test('the oldest steps are forgotten beyond the limit, the last one never', () => {
  const mask = emptyMask(256, 256)
  const history = createMaskHistory(mask, 200_000)
  const random = randomFrom(9)
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j < mask.data.length; j++) mask.data[j] = random() * 256
    history.commit('Noise', [{ x: 0, y: 0, width: 256, height: 256 }])
  }
  expect(history.steps).toBe(3)
  expect(history.bytes).toBeLessThanOrEqual(200_000)
  const small = createMaskHistory(mask, 10)
  mask.data.fill(7)
  small.commit('Clear', [{ x: 0, y: 0, width: 256, height: 256 }])
  expect(small.canUndo).toBe(true)
})

function hash(data: Uint8Array): number {
  let mixed = 2166136261
  for (let i = 0; i < data.length; i++) mixed = Math.imul(mixed ^ data[i]!, 16777619)
  return mixed >>> 0
}
