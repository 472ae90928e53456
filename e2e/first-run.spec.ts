import fs from 'node:fs'
import sharp from 'sharp'
import { finished, generate, upload } from './api-client'
import {
  downloadIn,
  hydrated,
  instructionIn,
  open,
  picturesIn,
  run,
  runStarted,
  sliderIn,
} from './playground-page'
import { expect, test } from './test'

const slow = { SANDBOX_LATENCY_MS: '6000-6000' }

test('the first run: one click on a sample, and before and after', async ({ diptych, page }) => {
  const server = await diptych({ env: slow })

  await test.step('a fresh start page has something to try', async () => {
    await open(page, server.url)
    await expect(page.getByRole('heading', { name: 'Edit a picture with words' })).toBeVisible()
    await expect(page.getByRole('button', { name: /^“/ })).toHaveCount(6)
    await expect(page.getByRole('heading', { name: 'Recent runs' })).toHaveCount(0)
  })

  await test.step('one click runs it, under an address of its own', async () => {
    await page.getByRole('button', { name: /Make it black and white with more contrast/ }).click()
    await runStarted(page, '')
    await expect(page).toHaveTitle(/Make it black and white/)
  })

  await test.step('while it works, a stopwatch and the usual time are shown', async () => {
    await expect(page.getByText(/^\d\.\d s$/)).toBeVisible()
    await expect(page.getByText(/usually 60 to 120 s/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
    await expect(page.getByText('Local sandbox, not FLUX').last()).toBeVisible()
  })

  await test.step('a reload in the middle goes on with the same run', async () => {
    const address = page.url()
    await page.reload()
    expect(page.url()).toBe(address)
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  })

  await test.step('before and after are shown', async () => {
    await expect(sliderIn(page)).toBeVisible()
    await expect(page.getByRole('img', { name: 'Input picture' })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Result of FLUX.2 Klein 9B Edit/ })).toBeVisible()
  })

  await test.step('and how it was made', async () => {
    const fact = (term: string) =>
      page.locator('dl div', { has: page.getByText(term, { exact: true }) }).getByRole('definition')
    await expect(page.getByRole('heading', { name: 'FLUX.2 Klein 9B Edit' })).toBeVisible()
    await expect(fact('Time')).toHaveText(/^\d+(\.\d)? s$/)
    await expect(fact('Cost')).toHaveText('free (sandbox)')
    await expect(fact('Seed')).toHaveText(/^\d+$/)
    await expect(fact('Size')).toHaveText(/^1024 × 1024 px, \d/)
    await expect(page.getByRole('article').getByText('Local sandbox, not FLUX')).toBeVisible()
  })

  await test.step('the download has a name that says what it is, and is that picture', async () => {
    const coming = page.waitForEvent('download')
    await downloadIn(page).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(
      /^flux-2-klein-9b-edit-make-it-black-and-white-with-more-contrast\.(png|jpg|webp)$/,
    )
    const picture = await sharp(fs.readFileSync(await download.path())).metadata()
    expect(picture).toMatchObject({ width: 1024, height: 1024 })
  })

  await test.step('the library and the start page show it, once', async () => {
    await page.getByRole('link', { name: 'Library' }).first().click()
    const card = page.getByRole('link', { name: /Make it black and white with more contrast/ })
    await expect(card).toHaveCount(1)
    await page.getByRole('link', { name: 'Playground' }).click()
    await expect(page.getByRole('heading', { name: 'Recent runs' })).toBeVisible()
    await card.click()
    await expect(sliderIn(page)).toBeVisible()
  })
})

test('what is typed while a sample’s picture is on its way stays', async ({ page, server }) => {
  await open(page, server.url)
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/api/v1/uploads', async (route) => {
    await arrived
    await route.continue()
  })
  await page.getByRole('button', { name: /Make it black and white with more contrast/ }).click()
  await expect(instructionIn(page)).toHaveValue('Make it black and white with more contrast')
  await expect(page.getByRole('button', { name: /^Starting…/ })).toBeVisible()
  await instructionIn(page).fill('Then blur the background')
  arrive()
  await runStarted(page, '')
  await expect(page).toHaveTitle(/Make it black and white/)
  await expect(picturesIn(page)).toHaveCount(1)
  await expect(instructionIn(page)).toHaveValue('Then blur the background')
  await expect(downloadIn(page)).toBeVisible()
})

test('a result can be used as input, run again, and run again with changes', async ({ page, server }) => {
  await open(page)
  await page.getByRole('button', { name: /Make it black and white with more contrast/ }).click()
  const first = await runStarted(page, '')
  const made = [first]
  const output = (await downloadIn(page).getAttribute('href'))?.split('?')[0]
  const input = await picturesIn(page).getAttribute('src')

  await test.step('use as input: the result is the only picture, the words stay', async () => {
    await page.getByRole('button', { name: 'Use as input' }).click()
    await expect(picturesIn(page)).toHaveAttribute('src', `${output}/160`)
    await expect(instructionIn(page)).toHaveValue('Make it black and white with more contrast')
    await expect(instructionIn(page)).toBeFocused()
  })

  await test.step('change and run again: the run’s own picture is back, and may be changed', async () => {
    await instructionIn(page).fill('')
    await page.getByRole('button', { name: 'Change and run again' }).click()
    await expect(picturesIn(page)).toHaveAttribute('src', input ?? '')
    await expect(instructionIn(page)).toHaveValue('Make it black and white with more contrast')
    await instructionIn(page).fill('Make it black and white')
    const changed = await run(page)
    expect(changed).not.toBe(first)
    made.push(changed)
    await expect(page.getByRole('heading', { name: 'Make it black and white', exact: true })).toBeVisible()
    await expect(downloadIn(page)).toBeVisible()
  })

  await test.step('run again: the same input, another run, a seed of its own', async () => {
    const before = page.url()
    await page.getByRole('button', { name: 'Run again', exact: true }).click()
    made.push(await runStarted(page, before))
    await expect(page.getByRole('heading', { name: 'Make it black and white', exact: true })).toBeVisible()
    await expect(downloadIn(page)).toBeVisible()
  })

  await test.step('all three are kept', async () => {
    await page.goto(`${server.url}/library`)
    for (const id of made) await expect(page.locator(`a[href="/runs/${id}"]`)).toHaveCount(1)
  })
})

test('a run’s page, opened fresh, brings the whole input back into the form', async ({ page, server }) => {
  const cat = await upload(server.url)
  const square = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a40' } })
    .png()
    .toBuffer()
  const second = await upload(server.url, square)
  const { body } = await generate(server.url, 'flux-2-klein-9b-edit', {
    prompt: 'Black and white',
    images: [second.body.id, cat.body.id],
    seed: 42,
    size: '512*512',
  })
  const { runId } = await finished(server.url, body.id)

  await page.goto(`/runs/${runId}`)
  await hydrated(page)
  const expectWhole = async () => {
    await expect(instructionIn(page)).toHaveValue('Black and white')
    await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('42')
    await expect(page.getByRole('textbox', { name: 'Size, width in pixels' })).toHaveValue('512')
    await expect(picturesIn(page)).toHaveCount(2)
    await expect(picturesIn(page).first()).toHaveAttribute('alt', 'image1, 64 by 48 pixels')
  }
  await expectWhole()

  await test.step('and again after all of it was changed', async () => {
    await instructionIn(page).fill('Something else')
    await page.getByRole('button', { name: 'Remove image1' }).click()
    await page.getByRole('button', { name: /Reset all settings/ }).click()
    await page.getByRole('button', { name: 'Change and run again' }).click()
    await expectWhole()
  })
})
