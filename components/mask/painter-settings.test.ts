import { expect, test } from 'vitest'
import { keepSettings, largestBrush, startSettings, stepSize } from './painter-settings'

const picture = { width: 4000, height: 3000 }

function storage(text?: string) {
  const kept = { text }
  return {
    kept,
    getItem: () => kept.text ?? null,
    setItem: (_: string, value: string) => void (kept.text = value),
  }
}

test('settings are kept, but for tool, eraser and size, which go with the picture', () => {
  const place = storage()
  keepSettings(
    { ...startSettings(picture), hardness: 0.3, color: '#00ff00', tool: 'lasso', erase: true, size: 7 },
    place,
  )
  const next = startSettings({ width: 800, height: 600 }, place)
  expect(next).toMatchObject({ hardness: 0.3, color: '#00ff00', tool: 'brush', erase: false, size: 40 })
})

test.each([
  'no JSON',
  'null',
  '[1]',
  '{"hardness":7,"color":"red","pressure":"mass","tolerance":300,"singleKeys":"no","opacity":null,"other":1}',
])('what is broken in storage is passed over: %s', (text) => {
  expect(startSettings(picture, storage(text))).toEqual(startSettings(picture))
})

test('a storage that refuses does no harm', () => {
  const refuse = () => {
    throw new Error('quota')
  }
  keepSettings(startSettings(picture), { setItem: refuse })
  expect(startSettings(picture, { getItem: refuse }).size).toBe(200)
})

test('brush sizes step through every size and back', () => {
  const largest = largestBrush(picture)
  expect(largest).toBe(1000)
  let size = 1
  for (let i = 0; i < 100; i++) size = stepSize(size, 1, largest)
  expect(size).toBe(1000)
  for (let i = 0; i < 100; i++) size = stepSize(size, -1, largest)
  expect(size).toBe(1)
  expect(stepSize(100, 1, largest)).toBe(120)
})
