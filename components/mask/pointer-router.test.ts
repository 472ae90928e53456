import { expect, test } from 'vitest'
import { createPointerRouter, type PointerNews } from './pointer-router'

function setUp() {
  const done: string[] = []
  const held = { panKey: false, fingersPaint: false }
  const router = createPointerRouter(
    {
      start: ({ x, y, pressure }, erase) => done.push(`${erase ? 'erase' : 'start'} ${x},${y} ${pressure}`),
      to: (way) => done.push(`to ${way.map(({ x, y }) => `${x},${y}`).join(' ')}`),
      finish: () => done.push('finish'),
      discard: () => done.push('discard'),
      panBy: (dx, dy) => done.push(`pan ${dx},${dy}`),
      zoomBy: (factor, { x, y }) => done.push(`zoom ${factor} at ${x},${y}`),
    },
    { panKey: () => held.panKey, fingersPaint: () => held.fingersPaint, onPen: () => done.push('pen') },
  )
  const news = (type: PointerNews['type'], id: number, x: number, y: number, time = 0, more = {}) => {
    const point = { x, y, pressure: type === 'pen' ? 0.5 : 1 }
    return { id, type, button: 0, buttons: 1, time, point, way: [point], ...more }
  }
  return { done, held, router, news }
}

test('the mouse paints with its main button and moves with the middle one or the space bar', () => {
  const { done, held, router, news } = setUp()
  router.down(news('mouse', 1, 1, 2))
  router.move(news('mouse', 1, 3, 4))
  router.up(news('mouse', 1, 3, 4))
  router.move(news('mouse', 1, 9, 9))
  router.down(news('mouse', 1, 5, 5, 0, { button: 1 }))
  router.move(news('mouse', 1, 8, 6))
  router.up(news('mouse', 1, 8, 6))
  router.down(news('mouse', 1, 5, 5, 0, { button: 2 }))
  router.up(news('mouse', 1, 5, 5, 0, { button: 2 }))
  held.panKey = true
  router.down(news('mouse', 1, 0, 0))
  held.panKey = false
  router.move(news('mouse', 1, 1, 1))
  router.up(news('mouse', 1, 1, 1))
  expect(done).toEqual(['start 1,2 1', 'to 3,4', 'finish', 'pan 3,1', 'pan 1,1'])
})

test('one finger paints; a second that comes soon makes it a pinch, and nothing stays painted', () => {
  const { done, router, news } = setUp()
  router.down(news('touch', 1, 100, 100, 0))
  router.move(news('touch', 1, 104, 100, 50))
  router.down(news('touch', 2, 204, 100, 90))
  router.move(news('touch', 2, 304, 100, 120))
  router.up(news('touch', 1, 104, 100, 200))
  router.move(news('touch', 2, 314, 105, 220))
  router.up(news('touch', 2, 314, 105, 240))
  router.down(news('touch', 3, 7, 7, 300))
  router.up(news('touch', 3, 7, 7, 400))
  expect(done).toEqual([
    'start 100,100 1',
    'to 104,100',
    'discard',
    'pan 50,0',
    'zoom 2 at 204,100',
    'pan 10,5',
    'start 7,7 1',
    'finish',
  ])
})

test('a second finger after a real stroke keeps the stroke', () => {
  const { done, router, news } = setUp()
  router.down(news('touch', 1, 0, 0, 0))
  router.move(news('touch', 1, 60, 0, 500))
  router.down(news('touch', 2, 90, 0, 600))
  router.down(news('touch', 3, 10, 0, 610))
  router.move(news('touch', 3, 20, 0, 620))
  expect(done).toEqual(['start 0,0 1', 'to 60,0', 'finish'])
})

test('once a pen was seen, fingers only move, and a palm under it does nothing', () => {
  const { done, held, router, news } = setUp()
  router.down(news('touch', 1, 0, 0))
  router.down(news('pen', 2, 5, 5))
  router.down(news('touch', 3, 40, 40))
  router.move(news('touch', 3, 50, 50))
  router.move(news('touch', 1, 9, 9))
  router.move(news('pen', 2, 6, 5))
  router.up(news('touch', 1, 9, 9))
  router.up(news('pen', 2, 6, 5))
  router.down(news('touch', 4, 0, 0))
  router.move(news('touch', 4, 3, 0))
  router.up(news('touch', 4, 3, 0))
  held.fingersPaint = true
  router.down(news('touch', 5, 1, 1))
  expect(done).toEqual([
    'start 0,0 1',
    'pen',
    'discard',
    'start 5,5 0.5',
    'to 6,5',
    'finish',
    'pan 3,0',
    'start 1,1 1',
  ])
})

test('the other end of a pen erases', () => {
  const { done, router, news } = setUp()
  router.down(news('pen', 1, 5, 5, 0, { button: 5, buttons: 32 }))
  expect(done).toEqual(['pen', 'erase 5,5 0.5'])
})

test('a canceled touch leaves nothing, a canceled pen what it has painted', () => {
  const { done, router, news } = setUp()
  router.down(news('touch', 1, 0, 0))
  router.cancel(news('touch', 1, 0, 0))
  router.down(news('pen', 2, 0, 0))
  router.cancel(news('pen', 2, 0, 0))
  expect(done).toEqual(['start 0,0 1', 'discard', 'pen', 'start 0,0 0.5', 'finish'])
  expect(router.isIdle()).toBe(true)
})
