import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeMask } from './encode-mask'

test.each([
  [1, 1],
  [257, 3],
  [1003, 757],
])('a mask of %s × %s is a greyscale PNG with exactly its bytes', async (width, height) => {
  const data = Uint8Array.from({ length: width * height }, (_, i) => (i * 31 + (i >> 9)) & 255)
  const png = Buffer.from(await (await encodeMask({ width, height, data })).arrayBuffer())
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', channels: 1, depth: 'uchar' })
  const { data: back, info } = await sharp(png)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ width, height, channels: 1 })
  expect(Buffer.compare(back, Buffer.from(data))).toBe(0)
})
