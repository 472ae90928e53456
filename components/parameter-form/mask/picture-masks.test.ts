import { expect, test } from 'vitest'
import { anAsset } from '@/lib/testing/a-prediction'
import { fittingMask, maskOf, masksIn, withMask, withoutMaskOf } from './picture-masks'

const asset = (id: string, width: number, height: number) => anAsset(id, { id, width, height })

test('a mask follows its picture: it counts while that is the first, whatever stands behind it', () => {
  const masks = withMask(undefined, 'cat', 'cats mask')
  expect(maskOf(masks, ['cat', 'cup'])).toBe('cats mask')
  expect(maskOf(masks, ['cup', 'cat'])).toBeUndefined()
  expect(maskOf(masks, [])).toBeUndefined()
  expect(maskOf(undefined, ['cat'])).toBeUndefined()
})

test('each picture has one mask, and loses only its own', () => {
  const two = withMask(withMask(undefined, 'cat', 'old'), 'cup', 'cups mask')
  const masks = withMask(two, 'cat', 'new')
  expect(masks).toEqual({ cat: 'new', cup: 'cups mask' })
  expect(withoutMaskOf(masks, ['cat'])).toEqual({ cup: 'cups mask' })
  expect(two).toEqual({ cat: 'old', cup: 'cups mask' })
})

test('a run that is opened again brings its masks along, each model’s own and the shared one', () => {
  const input = { prompt: 'x', images: ['cat', 'cup'], mask: 'm' }
  const own = { override: { images: ['dog'], mask: 'n' } }
  expect(masksIn(input, [{}, own])).toEqual({ cat: 'm', dog: 'n' })
  expect(masksIn({ prompt: 'x', images: ['cat'] }, [{}])).toBeUndefined()
})

test('another picture is offered the latest mask of its own size, and none of another', () => {
  const known = new Map(
    [asset('small', 10, 8), asset('first', 20, 8), asset('last', 20, 8)].map((a) => [a.id, a]),
  )
  const masks = withMask(withMask(withMask(undefined, 'a', 'first'), 'b', 'last'), 'c', 'small')
  expect(fittingMask(masks, asset('d', 20, 8), known)).toBe('last')
  expect(fittingMask(masks, asset('b', 20, 8), known)).toBe('first')
  expect(fittingMask(masks, asset('d', 21, 8), known)).toBeUndefined()
})
