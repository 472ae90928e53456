import {
  addSample,
  chooseModel,
  hydrated,
  instructionIn,
  open,
  picturesIn,
  run,
  runButtonIn,
} from './playground-page'
import { expect, test } from './test'

test('another model keeps what is shared, and each remembers its own', async ({ page }) => {
  await open(page)
  await instructionIn(page).fill('Make it black and white')
  await page.getByRole('textbox', { name: 'Seed' }).fill('7')
  await addSample(page, 'Cat')

  await chooseModel(page, 'FLUX.1 Dev')
  await expect(instructionIn(page)).toHaveValue('Make it black and white')
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('7')
  await expect(picturesIn(page)).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Guidance scale' }).fill('9')
  await page.getByRole('combobox', { name: 'Output format' }).selectOption('webp')

  await chooseModel(page, 'FLUX.2 [pro] Edit')
  await expect(page.getByRole('textbox', { name: 'Guidance scale' })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Size' }).selectOption('large')

  await chooseModel(page, 'FLUX.1 Dev')
  await expect(page.getByRole('textbox', { name: 'Guidance scale' })).toHaveValue('9')
  await expect(page.getByRole('combobox', { name: 'Output format' })).toHaveValue('webp')
  await chooseModel(page, 'FLUX.2 [pro] Edit')
  await expect(page.getByRole('combobox', { name: 'Size' })).toHaveValue('large')
})

test('a value out of range is named at its field and kept as typed; Run lists every reason', async ({
  page,
}) => {
  await open(page)
  await chooseModel(page, 'FLUX.1 Dev')
  const steps = page.getByRole('textbox', { name: 'Inference steps' })
  const guidance = page.getByRole('textbox', { name: 'Guidance scale' })
  await steps.fill('51')
  await guidance.fill('abc')

  await expect(steps).toHaveAccessibleDescription('Inference steps must be from 1 to 50.')
  await expect(guidance).toHaveAccessibleDescription('Guidance scale must be a number.')
  await expect(steps).toHaveValue('51')
  await expect(guidance).toHaveValue('abc')
  await expect(runButtonIn(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(runButtonIn(page)).toHaveAccessibleDescription(
    /Prompt is missing.*Inference steps must be.*Guidance scale must be/,
  )

  await test.step('a reason leads to its field', async () => {
    await page.getByRole('button', { name: 'Guidance scale must be a number.' }).click()
    await expect(guidance).toBeFocused()
  })
  await test.step('and goes away with the cause', async () => {
    await guidance.fill('4.5')
    await steps.fill('50')
    await expect(runButtonIn(page)).toHaveAccessibleDescription(
      /^Prompt is missing: write what should change.$/,
    )
    await instructionIn(page).fill('A lake')
    await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled')
  })
})

test('changed fields are marked, and reset one by one or all at once', async ({ page }) => {
  await open(page)
  await chooseModel(page, 'FLUX.1 Dev')
  const resets = page.getByRole('button', { name: /^Reset (?!all)/ })
  await expect(resets).toHaveCount(0)
  await page.getByRole('slider', { name: 'Strength, slider' }).press('ArrowLeft')
  await page.getByRole('textbox', { name: 'Number of images' }).fill('3')
  await page.getByRole('combobox', { name: 'Size' }).selectOption('512*512')
  await expect(resets).toHaveCount(3)
  await expect(page.getByRole('textbox', { name: 'Strength' })).toHaveValue('0.7')

  await page.getByRole('button', { name: 'Reset Number of images' }).click()
  await expect(page.getByRole('textbox', { name: 'Number of images' })).toHaveValue('')
  await expect(page.getByRole('textbox', { name: 'Number of images' })).toBeFocused()
  await expect(resets).toHaveCount(2)
  await page.getByRole('button', { name: 'Reset all settings (2 changed)' }).click()
  await expect(resets).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Size' })).toHaveValue('')
})

test('the seed: the dice draw one, the lock keeps and forgets it', async ({ page }) => {
  await open(page)
  const seed = page.getByRole('textbox', { name: 'Seed' })
  const lock = page.getByRole('button', { name: 'Keep the same seed' })
  await expect(lock).toHaveAttribute('aria-pressed', 'false')
  await page.getByRole('button', { name: 'Draw a seed now' }).click()
  await expect(seed).toHaveValue(/^\d+$/)
  await expect(lock).toHaveAttribute('aria-pressed', 'true')
  await lock.click()
  await expect(seed).toHaveValue('')

  await test.step('after a run, the lock keeps the seed that it used', async () => {
    await instructionIn(page).fill('Make it black and white')
    await addSample(page, 'Cat')
    await run(page)
    const used = page
      .locator('dl div', { has: page.getByText('Seed', { exact: true }) })
      .getByRole('definition')
    await expect(used).toHaveText(/^\d+$/)
    await expect(seed).toHaveValue('')
    await lock.click()
    await expect(seed).toHaveValue((await used.textContent()) ?? '')
  })
})

test('the price stands on the button before anything is paid', async ({ diptych, page }) => {
  // A key makes a provider live; nothing is run here, and nothing is behind the address.
  const env = {
    VIBEDREAM_API_KEY: 'a-key-that-opens-nothing',
    VIBEDREAM_BASE_URL: 'http://127.0.0.1:9',
    PUBLIC_URL: 'http://127.0.0.1:9',
    WAVESPEED_API_KEY: 'another',
    WAVESPEED_BASE_URL: 'http://127.0.0.1:9',
  }
  const server = await diptych({ env })
  await open(page, server.url)
  await expect(runButtonIn(page)).toHaveAccessibleName('Run · 2¢')
  await expect(page.getByText('Local sandbox, not FLUX')).toHaveCount(0)
  await chooseModel(page, 'FLUX.2 [pro] Edit')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run · 7¢')
  await chooseModel(page, 'FLUX.1 Dev')
  await page.getByRole('textbox', { name: 'Number of images' }).fill('3')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run · 6¢')
  await page.getByRole('textbox', { name: 'Number of images' }).fill('many')
  await expect(runButtonIn(page)).toHaveAccessibleName(/^Run$/)
  await chooseModel(page, 'FLUX.2 Klein Base 9B Edit')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run · 1.6¢')
  await chooseModel(page, 'FLUX.2 [klein] 4B')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run · free (sandbox)')
})

test('a provider that fetches pictures, and a server it can’t reach: said before the run', async ({
  diptych,
  page,
}) => {
  const env = { VIBEDREAM_API_KEY: 'a-key-that-opens-nothing', VIBEDREAM_BASE_URL: 'http://127.0.0.1:9' }
  const server = await diptych({ env })
  await open(page, server.url)
  await instructionIn(page).fill('Make it black and white')
  await addSample(page, 'Cat')
  await expect(runButtonIn(page)).toHaveAccessibleDescription(/Set PUBLIC_URL/)
  await expect(runButtonIn(page)).toHaveAttribute('aria-disabled', 'true')
})

test('the Request tab shows the request in four spellings, never a key', async ({ page }) => {
  await open(page)
  await instructionIn(page).fill('Make it “black” & white')
  await page.getByRole('textbox', { name: 'Seed' }).fill('12')
  await addSample(page, 'Cat')
  await page.getByRole('tab', { name: 'Request' }).click()

  const json = await page.getByLabel('json of the request').textContent()
  expect(JSON.parse(json ?? '')).toEqual({
    prompt: 'Make it “black” & white',
    images: ['https://example.com/image1.jpg'],
    seed: 12,
    enable_sync_mode: false,
    enable_base64_output: false,
  })
  for (const [tab, key] of [
    ['curl', '$VIBEDREAM_API_KEY'],
    ['JavaScript', 'process.env.VIBEDREAM_API_KEY'],
    ['Python', 'os.environ'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    const snippet = page.getByLabel(`${tab.toLowerCase()} of the request`)
    await expect(snippet).toContainText(key)
    await expect(snippet).toContainText(
      'https://api.vibedream.ai/api/v1/models/flux-2-klein-9b-edit/generate',
    )
  }
  await page.getByRole('switch', { name: 'Through Diptych’s own API' }).check()
  await expect(page.getByText(new RegExp(`^POST ${page.url()}api/v1/models`))).toBeVisible()
})

test('ten thousand characters are taken, emoji and all; one more is refused and kept', async ({
  page,
  server,
}) => {
  await open(page)
  await chooseModel(page, 'FLUX.2 [klein] 4B')
  await addSample(page, 'Cat')
  const longest = 'Make it black and white ' + '🙂'.repeat(9976)
  expect([...longest]).toHaveLength(10_000)

  await instructionIn(page).fill(`${longest}!`)
  await expect(instructionIn(page)).toHaveAccessibleDescription(
    /^Instruction has .* at most 10,000 are taken.$/,
  )
  await expect(instructionIn(page)).toHaveValue(`${longest}!`)
  await expect(runButtonIn(page)).toHaveAttribute('aria-disabled', 'true')

  await instructionIn(page).fill(longest)
  await expect(page.getByText('10,000 of 10,000 characters')).toBeVisible()
  await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled')
  const id = await run(page)
  const listed = await fetch(`${server.url}/runs/${id}`)
  expect(listed.status).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(longest)
})

test('what is typed before the page’s script has come is kept', async ({ page }) => {
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await page.route(/\.js(\?|$)/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await instructionIn(page).fill('Typed while the page was still loading')
  letThrough()
  await hydrated(page)
  await expect(instructionIn(page)).toHaveValue('Typed while the page was still loading')
  await expect(runButtonIn(page)).toHaveAccessibleDescription('Images: add at least one picture.')
})

test('a reload of the tab loses nothing of what was filled in', async ({ page }) => {
  await open(page)
  await chooseModel(page, 'FLUX.2 Klein Base 9B Edit')
  await instructionIn(page).fill('Half a thou')
  await page.getByRole('textbox', { name: 'Seed' }).fill('99')
  await addSample(page, 'Dandelion')
  await page.reload()
  await expect(picturesIn(page)).toHaveCount(1)
  await expect(instructionIn(page)).toHaveValue('Half a thou')
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('99')
  await expect(page.locator('summary', { hasText: 'Model:' })).toContainText('FLUX.2 Klein Base 9B Edit')
})

test('what the server refuses stands at its field, or beside Run, and nothing is lost', async ({ page }) => {
  await open(page)
  await instructionIn(page).fill('Make it black and white')
  await addSample(page, 'Cat')
  const seed = page.getByRole('textbox', { name: 'Seed' })
  await seed.fill('4711')
  const picture = (await picturesIn(page).getAttribute('src'))?.split('/')[2] ?? ''

  // The form would not send these: an older page of another version might.
  const sendInstead = async (found: string, sent: string) => {
    await page.unrouteAll()
    await page.route('/', async (route) => {
      const body = route.request().postData() ?? ''
      expect(body).toContain(found)
      await route.continue({ postData: body.replace(found, sent) })
    })
    await runButtonIn(page).click()
  }

  await test.step('a value is refused at its field, which gets the focus', async () => {
    await sendInstead('"seed":4711', '"seed":99999')
    await expect(seed).toHaveAccessibleDescription('Seed must be from 0 to 10000.')
    await expect(seed).toBeFocused()
    await expect(seed).toHaveValue('4711')
  })
  await test.step('a picture that is not stored is refused beside Run', async () => {
    await sendInstead(picture, '0'.repeat(64))
    await expect(page.getByRole('alert').filter({ hasText: /picture/i })).toBeVisible()
  })
  await test.step('and the same form runs when the server takes it', async () => {
    await page.unrouteAll()
    await run(page)
    await expect(page.getByRole('heading', { name: 'Make it black and white' })).toBeVisible()
  })
})
