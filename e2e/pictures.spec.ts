import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { finished, samplePicture } from './api-client'
import { addSample, instructionIn, open, picturesIn, run, runButtonIn } from './playground-page'
import { expect, test } from './test'

interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const plain = (width: number, height: number, background = '#a40') =>
  sharp({ create: { width, height, channels: 3, background } })

/** Through the button and the browser's own file chooser. */
async function choose(page: Page, ...files: GivenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^(Choose|Add) pictures$/ }).click()
  await (await chooser).setFiles(files)
}

const row = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Images' }).getByRole('listitem').filter({ hasText: name })

test('pictures of every kind a camera or a program makes', async ({ page }) => {
  await open(page)
  const noise = Buffer.alloc(4032 * 3, 0)
  for (let at = 0; at < noise.length; at++) noise[at] = Math.floor((at / noise.length) * 255)
  const gradient = sharp(noise, { raw: { width: 4032, height: 1, channels: 3 } })
  const twelveMegapixels = await gradient.resize(4032, 3024, { fit: 'fill' }).jpeg().toBuffer()
  const transparent = await sharp({
    create: { width: 300, height: 200, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.4 } },
  })
    .png()
    .toBuffer()
  // Stored lying on its side, with the note to turn it.
  const turned = await plain(400, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()

  const files: [GivenFile, string][] = [
    [{ name: 'cat.jpg', mimeType: 'image/jpeg', buffer: samplePicture() }, 'image1, 1024 by 681 pixels'],
    [{ name: 'logo.png', mimeType: 'image/png', buffer: transparent }, 'image2, 300 by 200 pixels'],
    [
      { name: 'line.png', mimeType: 'image/png', buffer: await plain(1, 4000).png().toBuffer() },
      'image3, 1 by 4000 pixels',
    ],
    [{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: twelveMegapixels }, 'image4, 4032 by 3024 pixels'],
    [{ name: 'turned.jpg', mimeType: 'image/jpeg', buffer: turned }, 'image5, 100 by 400 pixels'],
  ]
  await choose(page, ...files.map(([file]) => file))
  await expect(picturesIn(page)).toHaveCount(files.length)
  for (const [, name] of files) {
    const picture = page.getByRole('img', { name })
    await picture.scrollIntoViewIfNeeded()
    await expect(picture).toBeVisible()
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), { message: name })
      .toBeGreaterThan(0)
  }

  await test.step('more than the model takes is said, not cut off', async () => {
    await instructionIn(page).fill('Make it black and white')
    await expect(runButtonIn(page)).toHaveAccessibleDescription(/5 given, at most 3 pictures can be used/)
  })
})

test('pictures dropped and pasted anywhere on the page', async ({ page }) => {
  await open(page)
  const bytes = [...(await plain(80, 60).png().toBuffer())]
  const other = [...(await plain(60, 80, '#04a').png().toBuffer())]
  const transfer = await page.evaluateHandle(
    (files) => {
      const data = new DataTransfer()
      for (const file of files)
        data.items.add(new File([new Uint8Array(file)], 'a.png', { type: 'image/png' }))
      return data
    },
    [bytes, other],
  )

  await test.step('the page says what a drop will do', async () => {
    await page.dispatchEvent('main h1', 'dragenter', { dataTransfer: transfer })
    await expect(page.getByText('Drop to add the pictures')).toBeVisible()
    await page.dispatchEvent('main h1', 'drop', { dataTransfer: transfer })
    await expect(page.getByText('Drop to add the pictures')).toBeHidden()
  })
  await expect(picturesIn(page)).toHaveCount(2)
  await expect(picturesIn(page).first()).toHaveAttribute('alt', 'image1, 80 by 60 pixels')

  await test.step('a picture on the clipboard', async () => {
    const third = [...(await plain(50, 50, '#0a4').png().toBuffer())]
    await page.evaluate((file) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(file)], 'image.png', { type: 'image/png' }))
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    }, third)
    await expect(picturesIn(page)).toHaveCount(3)
  })
})

test('what can’t be taken says why, and the rest is not lost', async ({ page, expected }) => {
  // The browser notes every refusal of the server in its console.
  expected.push(/Failed to load resource: the server responded with a status of 4\d\d/)
  await open(page)
  const jpeg = samplePicture()
  await choose(
    page,
    {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('Not a picture at all, only words.') },
    { name: 'half.jpg', mimeType: 'image/jpeg', buffer: jpeg.subarray(0, jpeg.length / 2) },
    {
      name: 'disguised.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    { name: 'good.jpg', mimeType: 'image/jpeg', buffer: jpeg },
  )
  await expect(row(page, 'drawing.svg')).toContainText('This is image/svg+xml, not a picture Diptych reads.')
  await expect(row(page, 'notes.png')).toContainText(/^notes.pngThe file is .* Use|^notes.pngThe file is/)
  await expect(row(page, 'half.jpg')).toContainText('The picture is damaged or incomplete.')
  await expect(row(page, 'disguised.png')).toContainText('The file is an SVG drawing')
  await expect(row(page, 'empty.jpg')).toContainText('The file is empty.')
  await expect(picturesIn(page)).toHaveCount(1)

  await test.step('Run says so too, until they are dismissed', async () => {
    await instructionIn(page).fill('Make it black and white')
    await expect(runButtonIn(page)).toHaveAccessibleDescription(/half.jpg could not be added/)
    for (const name of ['drawing.svg', 'notes.png', 'half.jpg', 'disguised.png', 'empty.jpg'])
      await page.getByRole('button', { name: `Dismiss ${name}` }).click()
    await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled')
  })

  await test.step('a file over the limit is refused before it is sent', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer()
      // Sparse: its parts are one and the same.
      const part = new Uint8Array(1_000_000)
      data.items.add(new File(Array<BlobPart>(51).fill(part), 'huge.jpg', { type: 'image/jpeg' }))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    })
    await expect(row(page, 'huge.jpg')).toContainText('The file has 51 MB; at most 50 MB are taken.')
  })

  await test.step('an address in this network is refused by the server', async () => {
    await page.getByRole('button', { name: 'From URL' }).first().click()
    await page.getByRole('textbox', { name: 'Address' }).fill('http://192.168.1.1/cat.jpg')
    await page.getByRole('button', { name: 'Add picture', exact: true }).click()
    await expect(row(page, 'cat.jpg')).toContainText(/private|public/i)
  })
  await test.step('and what is no address is said in the dialog', async () => {
    await page.getByRole('button', { name: 'From URL' }).first().click()
    await page.getByRole('textbox', { name: 'Address' }).fill('cat.jpg')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Address' })).toHaveAccessibleDescription(
      'Give the whole address of a picture, beginning with https:// or http://.',
    )
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})

test('an upload shows how far it is, and can be stopped', async ({ page, context }) => {
  await open(page)
  const side = 1000
  const noise = sharp(randomBytes(side * side * 3), { raw: { width: side, height: side, channels: 3 } })
  const png = await noise.png({ compressionLevel: 0 }).toBuffer()
  const browser = await context.newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 100_000,
  })
  await choose(page, { name: 'slow.png', mimeType: 'image/png', buffer: png })
  await expect(page.getByRole('progressbar', { name: 'Uploading slow.png' })).toBeVisible()
  await expect(runButtonIn(page)).toHaveAccessibleDescription(/A picture is still uploading/)
  await page.getByRole('button', { name: 'Cancel slow.png' }).click()
  await expect(row(page, 'slow.png')).toHaveCount(0)
  await expect(picturesIn(page)).toHaveCount(0)

  await test.step('and what comes after it is not held up', async () => {
    await browser.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    await addSample(page, 'Cat')
  })
})

test('the order on the page is the order that is sent', async ({ page, server }) => {
  await open(page)
  for (const title of ['Cat', 'Coffee', 'Rocket']) await addSample(page, title)
  const ids = async () =>
    Promise.all(
      (await picturesIn(page).all()).map(
        async (picture) => (await picture.getAttribute('src'))?.split('/')[2],
      ),
    )
  const [cat, coffee, rocket] = await ids()
  await page.getByRole('button', { name: 'Move image3 earlier' }).click()
  await page.getByRole('button', { name: 'Move image1 later' }).click()
  await expect(page.getByText('image1 is now image2.')).toBeAttached()
  expect(await ids()).toEqual([rocket, cat, coffee])
  await test.step('by dragging too, and the instruction follows', async () => {
    await instructionIn(page).fill('image 1 onto image 3')
    await picturesIn(page).nth(0).dragTo(picturesIn(page).nth(2))
    await expect.poll(ids).toEqual([cat, coffee, rocket])
    await expect(instructionIn(page)).toHaveValue('image 3 onto image 2')
    await picturesIn(page).nth(2).dragTo(picturesIn(page).nth(0))
    await expect.poll(ids).toEqual([rocket, cat, coffee])
  })
  await page.getByRole('button', { name: 'Remove image2' }).click()
  await expect(picturesIn(page)).toHaveCount(2)

  await instructionIn(page).fill('Make it black and white')
  await run(page)
  // The article bears its prediction's id.
  const prediction = await page.getByRole('article').getAttribute('aria-labelledby')
  const view = await finished(server.url, prediction?.replace('model-', '') ?? '')
  expect(view.input.images).toEqual([rocket, coffee])
})
