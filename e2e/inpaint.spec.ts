import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { RunView } from '@/lib/predictions/view'
import {
  addPicture,
  maskIn,
  paintersStage,
  pen,
  pressPaint,
  rotatedPicture,
  save,
  setBrush,
  storedMask,
  touch,
  type Given,
  type Place,
} from './mask-page'
import { chooseModel, compareWith, instructionIn, open, run, runButtonIn } from './playground-page'
import { expect, test } from './test'

/* A mask from the form to the result: what is outside it comes back as it was, whatever the model did to it. */

test.use({ viewport: { width: 820, height: 1180 }, hasTouch: true })

test('a mask painted by touch and by pen, inpainted with FLUX.1 Dev, back in the original frame', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000)
  const picture = await rotatedPicture()
  await open(page)
  await addPicture(page, picture.bytes)
  await chooseModel(page, 'FLUX.1 Dev')
  await instructionIn(page).fill('Make it much darker')
  await expect(page.getByText('comes back as 1024 × 768')).toBeVisible()

  const mask = await test.step('a stroke by finger and one by pen', async () => {
    await pressPaint(page)
    await paintersStage(page)
    await setBrush(page, 80)
    const session = await page.context().newCDPSession(page)
    const line: Place[] = [
      { x: 300, y: 500 },
      { x: 360, y: 520 },
      { x: 420, y: 510 },
    ]
    await touch(session, 'touchStart', [line[0]!])
    for (const point of line.slice(1)) await touch(session, 'touchMove', [point])
    await touch(session, 'touchEnd', [])
    const lower = line.map(({ x, y }) => ({ x, y: y + 60 }))
    await pen(session, 'mousePressed', lower[0]!, 0.8)
    for (const point of lower.slice(1)) await pen(session, 'mouseMoved', point, 0.8)
    await pen(session, 'mouseReleased', lower.at(-1)!, 0)
    return save(page, picture)
  })
  expect(share(mask)).toBeGreaterThan(0.01)
  expect(share(mask)).toBeLessThan(0.3)

  await test.step('the form says what may change, and what the model gets', async () => {
    await expect(maskIn(page)).toContainText(`About ${Math.round(share(mask) * 100)} % of image 1 may change`)
    await expect(page.getByRole('switch', { name: 'Keep everything outside the mask' })).toBeChecked()
    const notes = page.getByRole('list', { name: 'Before you run' })
    await expect(notes).toContainText(
      /part around the mask, about \d+ × \d+ of 1003 × 757, (as|padded to) \d+ × \d+;.* bit for bit\./,
    )
    await expect(notes).not.toContainText('comes back as')
  })

  const kept = await finishedRun(page, server.url)
  await test.step('picture, mask and size reach the model alike', async () => {
    const { image, mask_image: itsMask, size } = kept.predictions[0]!.input
    for (const id of [image, itsMask]) {
      const { width, height } = await sharp(await bytesOf(`${server.url}/assets/${String(id)}`)).metadata()
      expect(`${width}*${height}`).toBe(size)
    }
  })
  await test.step('outside nothing changed, bit for bit; inside something did', async () => {
    expect(kept.input).toMatchObject({ keepOutside: true })
    const [result, raw] = [kept.predictions[0]?.assets[0], kept.predictions[0]?.rawAssets[0]]
    expect(result).toMatchObject({ width: 1003, height: 757, type: 'image/png' })
    expect(raw?.id).not.toBe(result?.id)
    const changes = await changesOf(server.url, kept.input.images[0]!, result!.id, mask)
    expect(changes.outside).toBe(0)
    expect(changes.inside).toBeGreaterThan(0.5)
  })
  await test.step('the result is told and shown with the model’s own answer', async () => {
    await expect(
      page.getByText(/^Put back into the original \(kept outside the mask\)\. The model got/),
    ).toBeVisible()
    await expect(page.getByText('0.0 % outside the mask')).toBeVisible()
    const own = page.getByRole('link', { name: 'Model’s own answer' })
    const download = page.waitForEvent('download')
    await own.click()
    expect((await download).suggestedFilename()).toMatch(/^flux-dev-make-it-much-darker-own-answer\.\w+$/)
    await page.getByRole('radio', { name: 'Grid' }).check()
    for (const name of ['Input picture', 'Result of FLUX.1 Dev', 'Model’s own answer'])
      await expect(page.getByRole('img', { name }).first()).toBeVisible()
  })

  await test.step('as the next input the result has no mask, and is offered the same', async () => {
    await page.getByRole('button', { name: 'Use as input' }).click()
    await maskIn(page).getByRole('button', { name: 'Use the last mask' }).click()
    await expect(maskIn(page).getByRole('button', { name: 'Edit mask' })).toBeFocused()
    expect(await storedMask(page, picture)).toEqual(mask)
  })

  await test.step('without keeping the outside it comes back in the frame all the same', async () => {
    await page.getByText('Keep everything outside the mask').click()
    await expect(page.getByRole('list', { name: 'Before you run' })).toContainText(
      /Gets the whole picture, 1003 × 757, .*picture’s own frame and size\./,
    )
    const framed = await finishedRun(page, server.url)
    expect(framed.input).toMatchObject({ keepOutside: false })
    expect(framed.predictions[0]?.assets[0]).toMatchObject({ width: 1003, height: 757 })
    const { outside, inside } = await changesOf(
      server.url,
      framed.input.images[0]!,
      framed.predictions[0]!.assets[0]!.id,
      mask,
    )
    expect(inside).toBeGreaterThan(0.5)
    // The whole answer is taken: it was made smaller and larger again.
    expect(outside).toBeGreaterThan(0)
    await expect(page.getByText(/^Put back into the original\. The model got all of it/)).toBeVisible()
  })
})

test('models without masks keep the outside too, and the mask stays with its picture', async ({
  page,
  server,
}) => {
  const picture = await rotatedPicture(640, 480)
  const other = await rotatedPicture(320, 480)
  await open(page)
  await instructionIn(page).fill('Make it much darker')
  await addPicture(page, picture.bytes)
  await maskIn(page)
    .locator('input[type=file]')
    .setInputFiles(await halfMask(picture))
  await expect(maskIn(page)).toContainText('About 25 % of image 1 may change')
  const mask = await storedMask(page, picture)

  await test.step('it follows its picture, goes with it, and is there again with it', async () => {
    await addPicture(page, other.bytes, 'other.jpg')
    await page.getByRole('button', { name: 'Move image1 later' }).click()
    await expect(maskIn(page).getByRole('button', { name: 'Paint mask' })).toBeVisible()
    await expect(page.getByText('has a mask')).toHaveCount(1)
    await page.getByRole('button', { name: 'Remove image2' }).click()
    await expect(page.getByText('has a mask')).toHaveCount(0)
    await page.getByRole('button', { name: 'Remove image1' }).click()
    await expect(maskIn(page)).toHaveCount(0)
    await addPicture(page, picture.bytes)
    await expect(maskIn(page).getByRole('button', { name: 'Edit mask' })).toBeVisible()
    await page.reload()
    await expect(maskIn(page).getByRole('button', { name: 'Edit mask' })).toBeVisible()
  })

  await test.step('a mask of another size stops the run until it is fitted', async () => {
    await maskIn(page)
      .locator('input[type=file]')
      .setInputFiles(await halfMask({ ...other, width: 40, height: 40 }))
    await expect(maskIn(page)).toContainText('This mask is 40 × 40 px, its picture 640 × 480 px')
    await expect(runButtonIn(page)).toHaveAttribute('aria-disabled', 'true')
    await maskIn(page).getByRole('button', { name: 'Remove mask' }).click()
    await maskIn(page)
      .locator('input[type=file]')
      .setInputFiles(await halfMask(picture))
    await expect(maskIn(page)).toContainText('About 25 % of image 1 may change')
  })

  await compareWith(page, 'FLUX.2 [pro] Edit', 'FLUX.1 Dev')
  const { input, predictions } = await finishedRun(page, server.url)
  for (const { assets, modelName } of predictions) {
    const { outside, inside } = await changesOf(server.url, input.images[0]!, assets[0]!.id, mask)
    expect(outside, modelName).toBe(0)
    expect(inside, modelName).toBeGreaterThan(0.5)
  }

  await test.step('on the board each result can be seen as the model gave it', async () => {
    await page.getByRole('button', { name: 'Compare', exact: true }).first().click()
    const viewer = page.getByRole('dialog', { name: 'Compare results' })
    await viewer.getByRole('button', { name: 'Model’s own answer' }).click()
    await expect(
      viewer.getByRole('img', { name: /model’s own answer, before it was put back/ }).first(),
    ).toBeVisible()
    await expect(viewer.getByRole('link', { name: 'Download the model’s own answer' })).toBeVisible()
  })
})

/** The right half of the upper half is white. */
async function halfMask({ width, height }: Given) {
  const white = { create: { width: width / 2, height: height / 2, channels: 3 as const, background: '#fff' } }
  const buffer = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: white, left: width / 2, top: 0 }])
    .png()
    .toBuffer()
  return { name: 'half.png', mimeType: 'image/png', buffer }
}

/** Runs the form, and waits until all of it is done. */
async function finishedRun(page: Page, url: string): Promise<RunView> {
  const id = await run(page)
  let view: RunView | undefined
  await expect
    .poll(
      async () => {
        view = (await (await fetch(`${url}/api/v1/runs/${id}`)).json()) as RunView
        return view.predictions.every(({ status }) => status === 'completed')
      },
      { timeout: 60_000 },
    )
    .toBe(true)
  return view!
}

function share(mask: Uint8Array): number {
  return mask.reduce((sum, value) => sum + value, 0) / mask.length / 255
}

/** How many pixels outside the mask differ at all, and what share of those inside does visibly. */
async function changesOf(url: string, before: string, after: string, mask: Uint8Array) {
  const [original, result] = await Promise.all([before, after].map((id) => pixelsOf(`${url}/assets/${id}`)))
  expect(result!.length).toBe(original!.length)
  let [outside, inside, changed] = [0, 0, 0]
  for (let at = 0; at < mask.length; at++) {
    const most = Math.max(...[0, 1, 2].map((c) => Math.abs(original![at * 3 + c]! - result![at * 3 + c]!)))
    if (mask[at] === 0) outside += most > 0 ? 1 : 0
    else {
      inside++
      changed += most > 10 ? 1 : 0
    }
  }
  return { outside, inside: changed / inside }
}

async function pixelsOf(address: string): Promise<Uint8Array> {
  const picture = sharp(await bytesOf(address))
  return new Uint8Array(await picture.autoOrient().toColourspace('srgb').removeAlpha().raw().toBuffer())
}

async function bytesOf(address: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(address)).arrayBuffer())
}
