import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { asSharp, decodePicture, rawPicture, type Picture } from '../picture'
import { facesPlane } from './faces-plane'
import { findFaces } from './find-faces'

const patient = { timeout: 120_000 }

async function sample(name: string): Promise<Picture> {
  const file = path.join(process.cwd(), 'public/samples', `${name}.jpg`)
  return decodePicture(await sharp(file).resize(400, 400, { fit: 'inside' }).png().toBuffer())
}

describe('faces', patient, async () => {
  const astronaut = await sample('person-astronaut')

  test('one is found where it is', async () => {
    const faces = await findFaces(astronaut)
    expect(faces).toHaveLength(1)
    const [{ centre, width, height, confidence }] = faces as [(typeof faces)[0]]
    expect(confidence).toBeGreaterThan(0.8)
    expect(centre.x).toBeCloseTo(0.44, 1)
    expect(centre.y).toBeCloseTo(0.24, 1)
    expect(width).toBeGreaterThan(0.1)
    expect(height).toBeLessThan(0.3)
  })

  test('places are shares of the frame, whatever its shape', async () => {
    const wide = await rawPicture(
      asSharp(astronaut).extend({ left: astronaut.width, background: { r: 90, g: 90, b: 90 } }),
    )
    const [face] = await findFaces(wide)
    expect(face!.centre.x).toBeCloseTo(0.72, 1)
    expect(face!.centre.y).toBeCloseTo(0.24, 1)
  })

  test('each of two is found once', async () => {
    const { width, height } = astronaut
    const bytes = await asSharp(astronaut).png().toBuffer()
    const two = await rawPicture(
      asSharp(astronaut)
        .extend({ right: width, background: '#000' })
        .composite([{ input: bytes, left: width, top: 0 }]),
    )
    expect(two).toMatchObject({ width: width * 2, height })
    const places = (await findFaces(two)).map(({ centre }) => Math.round(centre.x * 100) / 100).sort()
    expect(places).toHaveLength(2)
    expect(places[1]! - places[0]!).toBeCloseTo(0.5, 1)
  })

  test.each(['animal-cat', 'landscape-mountains', 'product-coffee', 'night-rocket', 'flower-dandelion'])(
    '%s has none',
    async (name) => {
      expect(await findFaces(await sample(name))).toEqual([])
    },
  )

  test.each([
    [1, 1],
    [3, 2],
    [1, 4000],
  ])('a picture of %i × %i px is answered', async (width, height) => {
    const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at * 37) % 256)
    expect(await findFaces({ pixels, width, height, channels: 4 })).toEqual([])
  })
})

test('the plane is 1 in the face, 0 away from it, and goes beyond no edge', () => {
  const face = { centre: { x: 0.25, y: 0.5 }, width: 0.2, height: 0.4, confidence: 0.9 }
  const beside = { ...face, centre: { x: 1, y: 0 } }
  const { data } = facesPlane([face, beside], { width: 100, height: 60 })
  expect(data).toHaveLength(6000)
  expect(data[30 * 100 + 25]).toBe(1)
  expect(data[0 * 100 + 99]).toBe(1)
  expect(data[30 * 100 + 60]).toBe(0)
  expect(data[59 * 100 + 25]).toBe(0)
})
