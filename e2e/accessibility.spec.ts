import { expectAccessible } from './accessible'
import { finished, generate, upload } from './api-client'
import { addSample, chooseModel, instructionIn, open, runButtonIn, sliderIn } from './playground-page'
import { screens } from './screens'
import { expect, test } from './test'

for (const { name, use } of screens)
  test.describe(name, () => {
    test.use(use)

    test('the form in all its states', async ({ page, expected }) => {
      expected.push(/Failed to load resource.*404/)
      await open(page)
      await expectAccessible(page, 'the start page')

      await runButtonIn(page).press('Enter')
      await expect(instructionIn(page)).toHaveAttribute('aria-invalid', 'true')
      await page.getByText('Advanced').click()
      await page.getByRole('button', { name: 'About Seed' }).click()
      await expectAccessible(page, 'the form with errors and help')

      await addSample(page, 'Cat')
      await addSample(page, 'Coffee')
      await page.getByRole('textbox', { name: 'Seed' }).fill('-5')
      await expect(page.getByText(/^Seed must be from/).first()).toBeVisible()
      await page.getByRole('button', { name: 'Samples' }).click()
      await expectAccessible(page, 'pictures, a number out of range, and the samples')

      await chooseModel(page, 'FLUX.1 Dev')
      await page.locator('summary', { hasText: 'Model:' }).click()
      await expectAccessible(page, 'the list of models, and every kind of field')

      await page.getByRole('tab', { name: 'Request' }).click()
      await expect(page.getByLabel('json of the request')).toBeVisible()
      await expectAccessible(page, 'the request')

      await page.getByRole('tab', { name: 'Form' }).click()
      await page.getByRole('button', { name: 'From URL' }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page, 'the dialog for an address')

      await page.goto('/models')
      await expectAccessible(page, 'the models')
      await page.goto('/runs/no-such-run')
      await expectAccessible(page, 'an address where nothing is')
    })

    test('a run in all its states', async ({ diptych, page, server }) => {
      const { body: picture } = await upload(server.url)
      const start = async (prompt: string) => {
        const values = { prompt, images: [picture.id] }
        return finished(server.url, (await generate(server.url, 'flux-2-klein-9b-edit', values)).body.id)
      }
      const done = await start('Make it black and white')
      await open(page, `/runs/${done.runId}`)
      await expect(sliderIn(page)).toBeVisible()
      await expectAccessible(page, 'a result, by the slider')
      await page.getByRole('radio', { name: 'Grid' }).check()
      await page.getByRole('button', { name: 'Loupe' }).click()
      await expectAccessible(page, 'a result, in the grid, under the loupe')
      await page.getByRole('button', { name: 'Keys and gestures' }).click()
      await expectAccessible(page, 'the viewer’s help')

      const failed = await start('Add a purple elephant wearing a hat')
      await open(page, `/runs/${failed.runId}`)
      await expect(page.getByRole('button', { name: 'Run again', exact: true })).toBeVisible()
      await expectAccessible(page, 'a failure')

      await open(page, '/library')
      await expectAccessible(page, 'the library')

      const slow = await diptych({ env: { SANDBOX_LATENCY_MS: '60000-60000' } })
      const { body: same } = await upload(slow.url)
      const values = { prompt: 'Make it black and white', images: [same.id] }
      const busy = await generate(slow.url, 'flux-2-klein-9b-edit', values)
      const view = (await (await fetch(`${slow.url}/api/v1/predictions/${busy.body.id}`)).json()) as {
        runId: string
      }
      await open(page, `${slow.url}/runs/${view.runId}`)
      await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
      await expectAccessible(page, 'a run at work')
    })
  })
