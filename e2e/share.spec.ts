import type { BrowserContext, Locator, Page, Response } from '@playwright/test'
import type { RunView } from '@/lib/predictions/view'
import type { ListedShare } from '@/lib/sharing/share-texts'
import { expectAccessible } from './accessible'
import { addSample, compareWith, instructionIn, open, picturesIn, run } from './playground-page'
import { screens } from './screens'
import { expect, test } from './test'

const instruction = 'Make it black and white, as in a quiet dream'
const names = ['FLUX.2 Klein 9B Edit', 'FLUX.1 Dev']

const dialogIn = (page: Page): Locator => page.getByRole('dialog', { name: 'Share this run' })

/** Runs a sample over two models and waits until both are done. */
async function makeRun(page: Page, url: string): Promise<RunView> {
  await open(page, url)
  await addSample(page, 'Cat')
  await instructionIn(page).fill(instruction)
  await compareWith(page, 'FLUX.1 Dev')
  const id = await run(page)
  const read = async () => (await (await fetch(`${url}/api/v1/runs/${id}`)).json()) as RunView
  await expect
    .poll(async () => (await read()).predictions.map(({ state }) => state), { timeout: 60_000 })
    .toEqual(['succeeded', 'succeeded'])
  return read()
}

/** All that a browser context was answered until it is asked for: addresses, headers and bodies. */
function listen(context: BrowserContext): () => Promise<string[]> {
  const heard: Promise<string>[] = []
  const hear = (response: Response) => {
    heard.push(
      (async () => {
        const body = await response.body().catch(() => Buffer.alloc(0))
        const headers = JSON.stringify(await response.allHeaders())
        return `${response.url()}\n${headers}\n${body.toString('latin1')}\n${body.toString('utf8')}`
      })(),
    )
  }
  context.on('response', hear)
  return () => {
    // What comes later may be cut off by the end of the test.
    context.off('response', hear)
    return Promise.all(heard)
  }
}

test('a blind link shows the pictures and nothing else, takes votes, is remixed, and ends', async ({
  diptych,
  page,
  browser,
}) => {
  const server = await diptych()
  const stored = await makeRun(page, server.url)

  await page.getByRole('button', { name: 'Share…' }).click()
  const dialog = dialogIn(page)
  await expect(
    dialog.getByText('Visitors see 2 results, the input picture, the instruction and the models’ names.', {
      exact: false,
    }),
  ).toBeVisible()
  await dialog.getByRole('switch', { name: /^Instruction/ }).uncheck()
  await dialog.getByRole('switch', { name: /^Model names/ }).uncheck()
  await dialog.getByRole('switch', { name: /^Visitors may vote/ }).check()
  await expect(dialog.getByText('They can vote on pairs of results.', { exact: false })).toBeVisible()
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue()
  await expect(dialog.getByText('only reachable on this machine', { exact: false })).toBeVisible()

  const context = await browser.newContext()
  const answers = listen(context)
  const visitor = await context.newPage()
  const pictures = new Set<string>()
  visitor.on('request', (request) => {
    if (/\/s\/[^/]+\/pictures\//.test(request.url())) pictures.add(request.url())
  })

  await test.step('the visitor sees the pictures, compares and votes', async () => {
    await open(visitor, link)
    await expect(visitor).toHaveTitle('Shared results · Diptych')
    await expect(visitor.getByRole('navigation')).toHaveCount(0)
    await visitor.getByRole('button', { name: 'Open in the viewer: Model A' }).click()
    await expect(visitor.getByRole('img', { name: 'Result: Model A' })).toBeVisible()
    await expect(visitor.getByRole('img', { name: 'Input picture' })).toBeVisible()
    await visitor.keyboard.press('Escape')
    await visitor.getByRole('button', { name: 'Vote blind' }).click()
    const round = visitor.getByRole('dialog', { name: 'Blind vote' })
    await expect(round.getByRole('heading', { name: 'Pair 1 of 1' })).toBeFocused()
    await expect(round.getByRole('group', { name: 'Which do you like better?' })).toBeVisible()
    await visitor.keyboard.press('1')
    await visitor.keyboard.press('w')
    await expect(round.getByRole('heading', { name: 'Thank you for your vote' })).toBeFocused()
    await round.getByRole('button', { name: 'Done' }).click()
    const counted = async () => {
      const { shares } = (await (await fetch(`${server.url}/api/v1/shares`)).json()) as {
        shares: ListedShare[]
      }
      return shares.map(({ votes, visitors, visits }) => ({ votes, visitors, visits }))
    }
    await expect.poll(counted).toEqual([{ votes: 2, visitors: 1, visits: 1 }])
  })

  await test.step('nothing that was hidden is in any answer, the scripts included', async () => {
    await visitor.goto(link.replace('/s/', '/embed/'))
    await expect(visitor.getByRole('slider', { name: /Divider/ })).toBeVisible()
    await visitor.request.get(`${link}/picture.png`)
    await visitor.goto(`${server.url}/oembed?url=${encodeURIComponent(link)}`)
    const assets = stored.predictions.flatMap(({ assets: own }) => own.map(({ id }) => id))
    const ids = [stored.id, ...stored.predictions.map(({ id }) => id), ...assets, ...stored.input.images]
    const all = await answers()
    expect(all.length).toBeGreaterThan(10)
    for (const hidden of [
      instruction,
      'quiet dream',
      ...names,
      'flux-2-klein',
      'flux-dev',
      'VibeDream',
      ...ids,
    ])
      expect(
        all.filter((answer) => answer.includes(hidden)).map((answer) => answer.split('\n')[0]),
        hidden,
      ).toEqual([])
  })

  await test.step('Remix fills the form with what was shown', async () => {
    await open(visitor, link)
    await visitor.getByRole('link', { name: 'Remix' }).click()
    await expect(picturesIn(visitor)).toHaveCount(1)
    await expect(instructionIn(visitor)).toHaveValue('')
    await expect(visitor).toHaveURL(`${server.url}/`)
  })

  await test.step('the owner revokes it: page and pictures are gone', async () => {
    await open(visitor, link)
    await expect(visitor.getByRole('button', { name: 'Open in the viewer: Model A' })).toBeVisible()
    await expect(dialog.getByRole('link', { name: 'all links' })).toHaveAttribute('href', '/shares')
    await open(page, `${server.url}/shares`)
    await expect(page.getByText('2 votes of 1 visitor', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'Revoke' }).click()
    await expect(page.getByText('Revoked', { exact: true })).toBeVisible()
    expect((await visitor.reload())?.status()).toBe(404)
    await expect(visitor.getByRole('heading', { name: 'There is nothing to see here' })).toBeVisible()
    expect(pictures.size).toBeGreaterThan(2)
    for (const address of [...pictures, link.replace('/s/', '/embed/'), `${link}/picture.png`])
      expect((await visitor.goto(address))?.status(), address).toBe(404)
  })
  await context.close()
})

test('an exported file works from disk without a network', async ({ diptych, page, browser }, info) => {
  const server = await diptych()
  await makeRun(page, server.url)
  await page.getByRole('button', { name: 'Share…' }).click()
  const download = page.waitForEvent('download')
  await dialogIn(page).getByRole('link', { name: 'One HTML file' }).click()
  const file = info.outputPath('run.html')
  await (await download).saveAs(file)

  for (const { name, use } of screens)
    await test.step(name, async () => {
      const context = await browser.newContext({ ...use, offline: true })
      const alone = await context.newPage()
      const requests: string[] = []
      alone.on('request', (request) => {
        if (!/^(file|data):/.test(request.url())) requests.push(request.url())
      })
      await alone.goto(`file://${file}`)
      await expect(alone.getByRole('heading', { name: instruction })).toBeVisible()
      await expect(alone.getByRole('img', { name: `Result: ${names[0]}` })).toBeVisible()
      const divider = alone.getByRole('slider', { name: /Divider/ })
      await divider.focus()
      await alone.keyboard.press('ArrowLeft')
      await expect(divider).toHaveAttribute('aria-valuenow', '48')
      const box = (await divider.boundingBox())!
      await alone.mouse.move(box.x + box.width / 2, box.y + 40)
      await alone.mouse.down()
      await alone.mouse.move(box.x + box.width / 2 - 80, box.y + 40)
      await alone.mouse.up()
      expect(Number(await divider.getAttribute('aria-valuenow'))).toBeLessThan(48)
      const picture = alone.getByRole('img', { name: `Result: ${names[0]}` })
      const before = (await picture.boundingBox())!.width
      await alone.mouse.wheel(0, -400)
      expect((await picture.boundingBox())!.width).toBeGreaterThan(before * 1.5)
      await alone.getByRole('button', { name: names[1] }).click()
      await expect(alone.getByRole('img', { name: `Result: ${names[1]}` })).toBeVisible()
      expect(requests).toEqual([])
      await context.close()
    })
})

test('the pages of links have no faults that axe finds', async ({ diptych, page, browser }) => {
  const server = await diptych()
  const { id, predictions } = await makeRun(page, server.url)
  const share = async (target: object) => {
    const shown = { inputPicture: true, instruction: true, parameters: true, cost: true, modelNames: true }
    const choices = { ...shown, voting: false }
    const answer = await page.request.post(`${server.url}/api/v1/shares`, { data: { target, choices } })
    return ((await answer.json()) as { url: string }).url
  }
  await page.getByRole('button', { name: 'Share…' }).click()
  await expect(dialogIn(page)).toBeVisible()
  await expectAccessible(page, 'the dialog for a link')
  const whole = await share({ runId: id })
  const one = await share({ predictionId: predictions[0]?.id })
  for (const { name, use } of screens)
    await test.step(name, async () => {
      const context = await browser.newContext(use)
      const looked = await context.newPage()
      for (const address of [whole, one, whole.replace('/s/', '/embed/'), `${server.url}/shares`]) {
        await open(looked, address)
        await expect(looked.getByText(instruction).first()).toBeVisible()
        await expectAccessible(looked, address)
      }
      await context.close()
    })
})
