import type { Page } from '@playwright/test'
import type { RunView } from '@/lib/predictions/view'
import { centre, expectAccessible } from './accessible'
import {
  addSample,
  chooseModel,
  compareWith,
  instructionIn,
  open,
  pickerIn,
  run,
  runButtonIn,
  sectionOf,
} from './playground-page'
import { startSandboxProcess } from './sandbox-process'
import { screens } from './screens'
import { expect, test } from './test'

const runs = async (url: string, id: string) =>
  (await (await fetch(`${url}/api/v1/runs/${id}`)).json()) as RunView

/** What stands above, for all models; the same label may be in a section. */
const shared = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true }).first()

test('three models, one instruction, and one model that gets its own', async ({ page, server }) => {
  await open(page)
  await instructionIn(page).fill('Make it black and white')
  await addSample(page, 'Cat')
  await compareWith(page, 'FLUX.2 [pro] Edit', 'FLUX.1 Dev')
  await expect(pickerIn(page)).toContainText('3 models')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run 3 · free (sandbox)')
  await expect(shared(page, 'Instruction')).toHaveValue('Make it black and white')

  const dev = sectionOf(page, 'FLUX.1 Dev')
  const pro = sectionOf(page, 'FLUX.2 [pro] Edit')
  await test.step('what a model really gets stands in its section, which says "defaults" until touched', async () => {
    await expect(dev).toContainText('defaults')
    await expect(dev).toContainText('Picture 1024 × 681 comes back as 1024 × 768')
    await expect(pro.getByRole('list')).toHaveCount(0)
  })
  await test.step('a model’s own value and setting are seen on the closed section, and beside the shared field', async () => {
    await dev.locator('summary').first().click()
    await dev.getByRole('textbox', { name: 'Strength' }).fill('0.5')
    await dev.getByRole('textbox', { name: 'Inference steps' }).fill('9')
    await dev.getByRole('button', { name: 'prompt', exact: true }).click()
    await expect(dev.getByRole('textbox', { name: 'Prompt' })).toBeFocused()
    await expect(dev.getByRole('textbox', { name: 'Prompt' })).toHaveValue('Make it black and white')
    await dev.getByRole('textbox', { name: 'Prompt' }).fill('A cat in black and white')
    await dev.locator('summary').first().click()
    await expect(dev).toContainText('own prompt, strength 0.5, 1 more')
    await expect(page.getByText('FLUX.1 Dev gets its own instruction.')).toBeVisible()
  })
  await test.step('a reload of the tab keeps all of it', async () => {
    await page.reload()
    await expect(sectionOf(page, 'FLUX.1 Dev')).toContainText('own prompt, strength 0.5, 1 more')
    await expect(pickerIn(page)).toContainText('3 models')
  })
  await test.step('a section opens by itself when something in it is wrong, and Run leads there', async () => {
    await dev.locator('summary').first().click()
    await dev.getByRole('textbox', { name: 'Strength' }).fill('7')
    await dev.locator('summary').first().click()
    await expect(dev).toContainText('1 problem')
    await page.getByRole('button', { name: 'FLUX.1 Dev: Strength must be from 0 to 1.' }).click()
    await expect(dev.getByRole('textbox', { name: 'Strength' })).toBeFocused()
    await dev.getByRole('textbox', { name: 'Strength' }).fill('0.5')
  })
  await test.step('the run is one, with three predictions and the model’s own instruction', async () => {
    const { choices, predictions, input, axes } = await runs(server.url, await run(page))
    expect(input.prompt).toBe('Make it black and white')
    expect(choices).toEqual([
      { modelId: 'flux-2-klein-9b-edit', values: {} },
      { modelId: 'flux-2-pro-edit', values: {} },
      {
        modelId: 'flux-dev',
        values: { strength: 0.5, num_inference_steps: 9 },
        override: { prompt: 'A cat in black and white' },
      },
    ])
    expect(axes).toBeUndefined()
    expect(predictions.map(({ input: got }) => got.prompt)).toEqual([
      'Make it black and white',
      'Make it black and white',
      'A cat in black and white',
    ])
    // All models get the same seed.
    expect(new Set(predictions.map(({ input: got }) => got.seed))).toEqual(new Set([input.seed]))
  })
  await test.step('one click gives the model the shared instruction back', async () => {
    await page.getByRole('button', { name: 'Give FLUX.1 Dev the shared instruction too' }).click()
    await expect(page.getByText('FLUX.1 Dev gets its own instruction.')).toHaveCount(0)
    await expect(dev).toContainText('strength 0.5, 1 more')
  })
})

test('the same model twice, removed, and remembered', async ({ page }) => {
  await open(page)
  await chooseModel(page, 'FLUX.1 Dev')
  await page.getByRole('textbox', { name: 'Guidance scale' }).fill('9')
  await pickerIn(page).click()
  await page.getByRole('button', { name: 'Add FLUX.1 Dev again' }).click()
  await page.keyboard.press('Escape')
  await expect(pickerIn(page)).toContainText('FLUX.1 Dev × 2')
  const second = sectionOf(page, 'FLUX.1 Dev (2)')
  await second.locator('summary').first().click()
  await second.getByRole('textbox', { name: 'Guidance scale' }).fill('4')
  await expect(sectionOf(page, 'FLUX.1 Dev (1)')).toContainText('guidance scale 9')

  await page.getByRole('button', { name: 'Remove FLUX.1 Dev (1)' }).click()
  await expect(page.getByRole('textbox', { name: 'Guidance scale' })).toHaveValue('4')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run · free (sandbox)')
  await compareWith(page, 'FLUX.2 [pro] Edit')
  await chooseModel(page, 'FLUX.2 [pro] Edit')
  await compareWith(page, 'FLUX.1 Dev')
  await expect(sectionOf(page, 'FLUX.1 Dev')).toContainText('guidance scale 4')
})

test('models that can’t take the input are named, and left out with one click', async ({ page }) => {
  await open(page)
  await pickerIn(page).click()
  await page.getByRole('button', { name: 'Compare all 5' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await instructionIn(page).fill('Make it black and white')
  await expect(page.getByText('FLUX.2 [klein] 4B takes no seed.')).toBeVisible()
  await expect(runButtonIn(page)).toHaveAccessibleDescription(
    /FLUX.2 Klein 9B Edit, FLUX.2 \[pro\] Edit and FLUX.2 Klein Base 9B Edit: Images: add at least one picture/,
  )
  for (const title of ['Cat', 'Coffee', 'Rocket', 'Mountains']) await addSample(page, title)
  await expect(runButtonIn(page)).toHaveAccessibleDescription(
    /^FLUX.2 Klein 9B Edit and FLUX.2 Klein Base 9B Edit: Images: 4 given, at most 3 pictures can be used/,
  )
  await page
    .getByRole('button', { name: 'Leave out FLUX.2 Klein 9B Edit and FLUX.2 Klein Base 9B Edit' })
    .click()
  await expect(runButtonIn(page)).toBeFocused()
  await expect(runButtonIn(page)).not.toHaveAttribute('aria-disabled')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run 3 · free (sandbox)')
})

test('samples and a sweep: read aloud before, run as one, and back in the form', async ({ page, server }) => {
  await open(page)
  await instructionIn(page).fill('Make it black and white')
  await addSample(page, 'Cat')
  await compareWith(page, 'FLUX.1 Dev')
  await shared(page, 'Seed').fill('7')
  await page.getByText('Samples and sweeps').click()
  await page.getByLabel('Samples of each model').selectOption('3')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run 6 · free (sandbox)')
  await page.getByRole('button', { name: 'Sweep a parameter' }).click()
  const values = page.getByRole('textbox', { name: 'Values of Strength' })

  await test.step('values are echoed as they are read, and what can’t be read is said there and at Run', async () => {
    await values.fill('0.2, big')
    await expect(values).toHaveAccessibleDescription(/“big” is not a number/)
    await expect(runButtonIn(page)).toHaveAccessibleDescription(/Sweep of strength: “big” is not a number/)
    await values.fill('0.25, 0.5')
    // What the schema knows and the text does not: steps of 0.1.
    await expect(values).toHaveAccessibleDescription(
      /FLUX.1 Dev: Strength must be from 0 to 1, in steps of 0.1/,
    )
    await values.fill('0.2, 0.4, .., 0.8')
    await expect(values).toHaveAccessibleDescription(/4 values: 0.2, 0.4, 0.6, 0.8/)
    await expect(values).toHaveAccessibleDescription(
      /FLUX.2 Klein 9B Edit has no strength: not repeated for it/,
    )
  })
  await test.step('the field that is swept says so', async () => {
    const dev = sectionOf(page, 'FLUX.1 Dev')
    await dev.locator('summary').first().click()
    await expect(dev.getByText('Swept: 0.2, 0.4, 0.6, 0.8')).toBeVisible()
    await dev.getByRole('button', { name: 'Change' }).click()
    await expect(page.getByLabel('Sweep', { exact: true })).toBeFocused()
  })
  await test.step('a second axis of ticked choices, and too many predictions', async () => {
    await page.getByRole('button', { name: 'Sweep a second parameter' }).click()
    await page.getByLabel('Sweep', { exact: true }).last().selectOption('Output format')
    for (const format of ['jpeg', 'png', 'webp']) await page.getByRole('checkbox', { name: format }).check()
    await page.getByLabel('Samples of each model').selectOption('6')
    await expect(runButtonIn(page)).toHaveAccessibleDescription(/78 predictions; one run takes at most 64/)
    await page.getByRole('button', { name: 'Remove the sweep of Output format' }).click()
    await page.getByLabel('Samples of each model').selectOption('3')
  })
  await expect(
    page.getByText('2 models, 4 values of strength, 3 samples each: 15 predictions · free (sandbox)'),
  ).toBeVisible()

  const id = await run(page)
  await test.step('the server has run just that', async () => {
    const { axes, predictions } = await runs(server.url, id)
    expect(axes).toEqual([
      { parameter: 'strength', values: [0.2, 0.4, 0.6, 0.8] },
      { parameter: 'seed', values: [7, 8, 9] },
    ])
    expect(predictions).toHaveLength(15)
    expect(predictions.map(({ input }) => [input.strength, input.seed]).slice(3, 7)).toEqual([
      [0.2, 7],
      [0.2, 8],
      [0.2, 9],
      [0.4, 7],
    ])
  })
  await test.step('and a fresh page of the run has it all in the form', async () => {
    await open(page, `/runs/${id}`)
    await expect(runButtonIn(page)).toHaveAccessibleName('Run 15 · free (sandbox)')
    await page.getByText('Samples and sweeps').click()
    await expect(page.getByLabel('Samples of each model')).toHaveValue('3')
    await expect(values).toHaveValue('0.2, 0.4, 0.6, 0.8')
    await expect(shared(page, 'Seed')).toHaveValue('7')
  })
})

test('a run dearer than the limit asks first, and Enter does not pay by accident', async ({
  diptych,
  page,
}) => {
  const sandbox = await startSandboxProcess()
  try {
    const server = await diptych({ env: { ...sandbox.env, PUBLIC_URL: 'http://127.0.0.1:9' } })
    await open(page, server.url)
    await instructionIn(page).fill('Make it black and white')
    await addSample(page, 'Cat')
    await chooseModel(page, 'FLUX.2 Klein Base 9B Edit')
    await compareWith(page, 'FLUX.2 [klein] 4B')
    await expect(runButtonIn(page)).toHaveAccessibleName('Run 2 · 1.9¢')

    await page.getByRole('button', { name: 'Change when a run asks first' }).click()
    await page.getByRole('textbox', { name: 'Limit in dollars' }).fill('0.01')
    await expect(page.getByText('Asks before a run over 1¢.')).toBeVisible()
    const dialog = page.getByRole('dialog', { name: 'Run 2 predictions for 1.9¢?' })
    await instructionIn(page).press('Control+Enter')
    await expect(dialog).toBeVisible()
    await expect(dialog.getByRole('listitem').first()).toContainText('FLUX.2 Klein Base 9B Edit1 ×1.6¢')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(page).toHaveURL(server.url)

    await test.step('the limit is kept by the browser, and can be switched off', async () => {
      await page.reload()
      await expect(page.getByText('Asks before a run over 1¢.')).toBeVisible()
      await runButtonIn(page).click()
      await page.keyboard.press('Escape')
      await expect(dialog).toHaveCount(0)
    })
    await test.step('confirmed, it runs once', async () => {
      await runButtonIn(page).click()
      await dialog.getByRole('button', { name: 'Run for 1.9¢' }).click()
      await page.waitForURL(/\/runs\//)
      await expect.poll(() => sandbox.submits().length).toBe(2)
    })
    await test.step('running one of them again asks too', async () => {
      const address = page.url()
      // The dearer of the two: the other is within the limit, and whichever is done first has its button first.
      const dear = page.getByRole('article', { name: 'FLUX.2 Klein Base 9B Edit' })
      await dear.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('button', { name: 'Run alone with a new seed' }).click()
      const again = page.getByRole('dialog', { name: 'Run 1 prediction for 1.6¢?' })
      await expect(again.getByRole('button', { name: 'Cancel' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(again).toHaveCount(0)
      await expect(page).toHaveURL(address)
      expect(sandbox.submits()).toHaveLength(2)
    })
  } finally {
    await sandbox.dispose()
  }
})

test('the Request tab shows each model’s request, with the first values of a sweep', async ({ page }) => {
  await open(page)
  await instructionIn(page).fill('Make it black and white')
  await addSample(page, 'Cat')
  await compareWith(page, 'FLUX.1 Dev')
  await page.getByText('Samples and sweeps').click()
  await page.getByRole('button', { name: 'Sweep a parameter' }).click()
  await page.getByRole('textbox', { name: 'Values of Strength' }).fill('0.3, 0.9')
  await page.getByRole('tab', { name: 'Request' }).click()
  await page.getByLabel('Request to').selectOption('FLUX.1 Dev')
  const json = JSON.parse((await page.getByLabel('json of the request').textContent()) ?? '') as object
  expect(json).toMatchObject({ image: 'https://example.com/image1.jpg', strength: 0.3 })
  await expect(page.getByText(/One of several requests/)).toBeVisible()
})

test('many models, a model’s own value and a sweep by keyboard alone', async ({ page }) => {
  const tabTo = async (name: RegExp | string, role: Parameters<Page['getByRole']>[0] = 'button') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab')
      if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return
    }
    throw new Error(`Tab does not lead to ${role} ${name}.`)
  }
  await open(page)
  await addSample(page, 'Cat')
  await instructionIn(page).fill('Make it black and white')
  await pickerIn(page).focus()
  await tabTo('Compare models')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Compare FLUX.2 [pro] Edit' })).toBeFocused()
  await tabTo('Compare FLUX.1 Dev', 'checkbox')
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(pickerIn(page)).toBeFocused()
  await expect(pickerIn(page)).toContainText('2 models')

  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.closest('[data-choice="1"]') !== null)) break
  }
  await page.keyboard.press('Enter')
  await tabTo('seed')
  await page.keyboard.press('Enter')
  const own = sectionOf(page, 'FLUX.1 Dev').getByRole('textbox', { name: 'Seed' })
  await expect(own).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12')
  await expect(sectionOf(page, 'FLUX.1 Dev')).toContainText('own seed')
  await page.locator('summary', { hasText: 'Samples and sweeps' }).focus()
  await page.keyboard.press('Enter')
  // Its code is fetched when the section opens.
  await expect(page.getByRole('button', { name: 'Sweep a parameter' })).toBeVisible()
  await tabTo('Sweep a parameter')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Sweep', { exact: true })).toBeFocused()
  await tabTo('Values of Strength', 'textbox')
  await page.keyboard.type('0.2, 0.8')
  await expect(runButtonIn(page)).toHaveAccessibleName('Run 3 · free (sandbox)')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/runs\//)
})

for (const { name, use } of screens)
  test.describe(name, () => {
    test.use(use)

    test('axe has nothing to say of many models, their sections, sweeps and reasons', async ({ page }) => {
      await open(page)
      await pickerIn(page).click()
      await page.getByRole('button', { name: 'Compare all 5' }).click()
      await page.getByRole('button', { name: 'Add FLUX.1 Dev again' }).click()
      await centre(page.getByRole('button', { name: 'Done' }))
      await expectAccessible(page, 'the list of models')
      await page.getByRole('button', { name: 'Done' }).click()
      await expectAccessible(page, 'sections and reasons')
      const dev = sectionOf(page, 'FLUX.1 Dev (1)')
      await dev.locator('summary').first().click()
      for (const value of ['prompt', 'pictures', 'seed'])
        await dev.getByRole('button', { name: value, exact: true }).click()
      await dev.getByRole('textbox', { name: 'Strength' }).fill('9')
      await dev.getByRole('button', { name: 'About Prompt' }).click()
      await page.getByRole('button', { name: 'About Seed' }).first().click()
      await page.getByText('Samples and sweeps').click()
      await page.getByRole('button', { name: 'Sweep a parameter' }).click()
      await page.getByRole('textbox', { name: 'Values of Strength' }).fill('none')
      await page.getByRole('button', { name: 'Sweep a second parameter' }).click()
      await page.getByLabel('Sweep', { exact: true }).last().selectOption('Output format')
      await expectAccessible(page, 'a model’s own values, and sweeps')
    })
  })
