import sharp from 'sharp'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { readMaskPixels } from '@/lib/assets/apply-edits-read'
import type { Asset } from '@/lib/assets/asset'
import type { AssetLibrary } from '@/lib/assets/asset-library'
import { assetLibraryForTests } from '@/lib/assets/asset-library-for-tests'
import { models } from '@/lib/models/registry'
import { frameRules } from '@/lib/models/frame-rules'
import { createComposer, type Composer } from './composer'
import { decodePixels } from './decoded'
import { createReframeInput } from './reframe-input'

/** Neither side a multiple of 8. */
const size = { width: 701, height: 523 }
const painted = { left: 300, top: 200, width: 90, height: 70 }

let library: AssetLibrary
let composer: Composer
let picture: Asset
let mask: Asset
beforeEach(async () => {
  library = assetLibraryForTests().library
  composer = createComposer(library)
  onTestFinished(() => composer.close())
  const photo = sharp('public/samples/landscape-mountains.jpg').resize(size.width, size.height, {
    fit: 'fill',
  })
  picture = await library.addOutput(new Uint8Array(await photo.png().toBuffer()))
  mask = await aMask(painted)
})

/** White where it says, black around it. */
async function aMask({ left, top, width, height }: typeof painted): Promise<Asset> {
  const white = {
    create: {
      width: Math.max(1, width),
      height: Math.max(1, height),
      channels: 3 as const,
      background: '#fff',
    },
  }
  const blank = sharp({ create: { ...size, channels: 3, background: '#000' } })
  const image = width > 0 ? blank.composite([{ input: white, left, top }]) : blank
  return library.addOutput(new Uint8Array(await image.png().toBuffer()))
}

/** What a careless model does: everything tinted and moved by some pixels, in its own frame. */
async function careless(sent: Asset): Promise<Asset> {
  const bytes = (await library.read(sent.id))!
  const moved = await sharp(bytes)
    .extend({ left: 6, top: 4, extendWith: 'copy' })
    .extract({ left: 0, top: 0, width: sent.width, height: sent.height })
    .png()
    .toBuffer()
  return library.addOutput(new Uint8Array(await sharp(moved).modulate({ hue: 120 }).png().toBuffer()))
}

const pixelsOf = async (asset: Asset) => decodePixels((await library.read(asset.id))!)
const { signal } = new AbortController()

it.each(models.map((model) => [model.id, model] as const))(
  '%s: inside the mask something else, outside it every bit as it was, in the original’s frame',
  async (_, model) => {
    const rules = frameRules(model, {})
    const cut = (await createReframeInput(library)({ picture, mask, rules, keepOutside: true }))!
    expect([cut.picture.width, cut.picture.height]).toEqual(Object.values(cut.composition.reframe.sent))
    expect([cut.mask.width, cut.mask.height]).toEqual([cut.picture.width, cut.picture.height])
    if (rules.shapes) expect(rules.shapes).toContainEqual(cut.composition.reframe.sent)

    const result = await composer.compose(cut.composition, await careless(cut.picture), signal)
    if ('refused' in result) return expect.unreachable(result.refused)
    expect(result.warning).toBeUndefined()
    expect(result.asset).toMatchObject({ ...size, type: 'image/png' })
    const [before, after] = [await pixelsOf(picture), await pixelsOf(result.asset)]
    const weights = await readMaskPixels((await library.read(mask.id))!)
    let [changedInside, changedOutside] = [0, 0]
    for (let at = 0; at < weights.length; at++) {
      const isChanged = [0, 1, 2, 3].some(
        (channel) => before.data[at * 4 + channel] !== after.data[at * 4 + channel],
      )
      if (isChanged && weights[at] === 0) changedOutside += 1
      if (isChanged && weights[at] !== 0) changedInside += 1
    }
    expect(changedOutside).toBe(0)
    expect(changedInside).toBeGreaterThan(painted.width * painted.height * 0.9)
  },
)

it('frames the whole picture where the outside need not be kept, and gives its frame back', async () => {
  const rules = { multipleOf: 16, mostSide: 2048, shapes: [{ width: 512, height: 512 }] }
  const cut = (await createReframeInput(library)({ picture, mask, rules, keepOutside: false }))!
  expect(cut.composition.mask).toBeUndefined()
  expect(cut.picture).toMatchObject({ width: 512, height: 512 })
  // The mask's middle is where the picture's is, and the border around the picture is kept.
  const seen = await readMaskPixels((await library.read(cut.mask.id))!)
  const scale = 512 / size.width
  const [x, y] = [
    painted.left + painted.width / 2,
    painted.top + painted.height / 2 + (size.width - size.height) / 2,
  ]
  expect(seen[Math.round(y * scale) * 512 + Math.round(x * scale)]).toBe(255)
  expect(seen[5 * 512 + 256]).toBe(0)
  const result = await composer.compose(cut.composition, cut.picture, signal)
  expect(result).toMatchObject({ asset: size })
})

it('reduces a panorama before it is padded, and picture and mask keep their places', async () => {
  const [width, height] = [9001, 200]
  const white = { create: { width: 1000, height, channels: 3 as const, background: '#fff' } }
  const made = await sharp({ create: { width, height, channels: 3, background: '#102030' } })
    .composite([{ input: white, left: 4000, top: 0 }])
    .png()
    .toBuffer()
  const panorama = await library.addOutput(new Uint8Array(made))
  const rules = { multipleOf: 16, mostSide: 2048, shapes: [{ width: 1280, height: 720 }] }
  const request = { picture: panorama, mask: panorama, rules, keepOutside: false }
  const cut = (await createReframeInput(library)(request))!
  expect(cut.composition.reframe.region).toMatchObject({ width, height: 5063 })
  expect([cut.picture, cut.mask]).toMatchObject([rules.shapes[0], rules.shapes[0]])
  const [seen, masked] = [await pixelsOf(cut.picture), await pixelsOf(cut.mask)]
  const scale = 1280 / width
  const red = (pixels: typeof seen, x: number, y: number) => pixels.data[(y * 1280 + x) * 4]
  // The picture's own rows are about 14 in the middle; above them its border goes on, and the mask is black.
  for (const [x, y, inPicture, inMask] of [
    [Math.round(4500 * scale), 360, 255, 255],
    [Math.round(4500 * scale), 20, 255, 0],
    [Math.round(4000 * scale) - 3, 360, 16, undefined],
    [Math.round(4000 * scale) + 3, 360, 255, undefined],
    [Math.round(5000 * scale) + 3, 360, 16, undefined],
    [3, 700, 16, 0],
  ] as const) {
    expect(red(seen, x, y), `picture at ${x}, ${y}`).toBeCloseTo(inPicture, -1)
    if (inMask !== undefined) expect(red(masked, x, y), `mask at ${x}, ${y}`).toBeCloseTo(inMask, -1)
  }
})

it('has nothing to cut for an empty mask', async () => {
  const empty = await aMask({ left: 0, top: 0, width: 0, height: 0 })
  const rules = { multipleOf: 16, mostSide: 2048 }
  expect(
    await createReframeInput(library)({ picture, mask: empty, rules, keepOutside: true }),
  ).toBeUndefined()
})

it('says so where the original is gone or the answer has another shape', async () => {
  const rules = { multipleOf: 16, mostSide: 2048 }
  const cut = (await createReframeInput(library)({ picture, mask, rules, keepOutside: true }))!
  const tall = await library.addOutput(
    new Uint8Array(
      await sharp({ create: { width: 100, height: 300, channels: 3, background: '#123' } })
        .png()
        .toBuffer(),
    ),
  )
  expect(await composer.compose(cut.composition, tall, signal)).toEqual({
    refused: expect.stringContaining('another shape') as string,
  })
  const gone = { ...cut.composition, picture: 'f'.repeat(64) }
  expect(await composer.compose(gone, cut.picture, signal)).toEqual({
    refused: expect.stringContaining('no longer stored') as string,
  })
})
