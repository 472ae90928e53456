import type { Locator, Page } from '@playwright/test'
import type { RunView } from '@/lib/predictions/view'
import { expectAccessible } from './accessible'
import { addSample, compareWith, instructionIn, open, painted, run } from './playground-page'
import { expect, test } from './test'

const pro = 'FLUX.2 [pro] Edit'
const dev = 'FLUX.1 Dev'
/** What would give a model away. */
const names = /flux|klein|\bpro\b|\bdev\b|vibedream|wavespeed|bytecompute/i

const roundIn = (page: Page): Locator => page.getByRole('dialog', { name: 'Blind round' })
const headingIn = (page: Page, text: string | RegExp): Locator =>
  roundIn(page).getByRole('heading', { name: text })
const questionIn = (page: Page, name: string): Locator => roundIn(page).getByRole('group', { name })
const followed = 'Which followed the instruction better?'
const kept = 'Which kept the rest better?'

/** Runs a sample over the model that is chosen at first and these; answers the run's id when all are done. */
async function runOver(page: Page, url: string, ...others: string[]): Promise<string> {
  await open(page, url)
  await addSample(page, 'Cat')
  await instructionIn(page).fill('Make it black and white')
  await compareWith(page, ...others)
  const id = await run(page)
  const states = async () => {
    const { predictions } = (await (await fetch(`${url}/api/v1/runs/${id}`)).json()) as RunView
    return predictions.map(({ state }) => state)
  }
  await expect.poll(states, painted).toEqual(['succeeded', ...others.map(() => 'succeeded')])
  await expect(page.getByRole('button', { name: 'Judge blind' })).toHaveAttribute('aria-disabled', 'false')
  return id
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Judge blind' }).click()
  await expect(headingIn(page, /^Pair 1 of/)).toBeFocused()
  await expect(roundIn(page).getByRole('img', { name: 'Picture A' })).toBeVisible()
}

/** How many answers are stored about this run. */
async function stored(url: string, runId: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/runs/${runId}/votes`)
  const { answers } = (await response.json()) as { answers: Record<string, number> }
  return Object.values(answers).reduce((sum, count) => sum + count, 0)
}

test('by keyboard: nothing names a model before the reveal, and the votes are in the ranking', async ({
  diptych,
  page,
}) => {
  const server = await diptych()
  await open(page, `${server.url}/ranking`)
  await expect(page.getByText('No votes yet. A ranking comes out of blind rounds:')).toBeVisible()

  const id = await runOver(page, server.url, pro)
  await begin(page)
  await expect(headingIn(page, 'Pair 1 of 1')).toBeVisible()
  expect(await roundIn(page).evaluate((dialog) => dialog.outerHTML)).not.toMatch(names)

  await page.keyboard.press('1')
  await expect(questionIn(page, followed).getByRole('button', { name: 'A' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect.poll(() => stored(server.url, id)).toBe(1)
  await test.step('the arrow answers the question that is open', async () => {
    await page.keyboard.press('ArrowDown')
    await expect(headingIn(page, '1 of 1 pairs judged')).toBeFocused()
    await expect(roundIn(page).getByRole('definition').first()).toHaveText(/^A, FLUX/)
    await expect(roundIn(page).getByRole('definition').last()).toHaveText('Tie')
  })
  await expect.poll(() => stored(server.url, id)).toBe(2)

  await test.step('judged again, the later answers take the place of the earlier', async () => {
    await page.keyboard.press('Escape')
    await expect(roundIn(page)).toBeHidden()
    await begin(page)
    await page.keyboard.press('2')
    await page.keyboard.press('e')
    await roundIn(page).getByRole('link', { name: 'See the ranking' }).click()
  })
  const sandbox = page.getByRole('region', { name: /^Sandbox results/ })
  await expect(sandbox.getByText('2 votes, from 1 round over 1 run.')).toBeVisible()
  await expect(sandbox.getByText('Local sandbox, not FLUX')).toBeVisible()
  await expect(sandbox.getByText(/^Can’t tell yet\. Too few votes/)).toBeVisible()
  await expect(sandbox.getByRole('row')).toHaveCount(3)
  await expect(page.getByRole('region', { name: 'Live results' }).getByText('No votes yet.')).toBeVisible()
  await page.getByRole('link', { name: 'Followed the instruction' }).click()
  await expect(sandbox.getByText('1 vote, from 1 round over 1 run.')).toBeVisible()
})

test('what was judged is kept when the round is stopped, and undo takes an answer back', async ({
  diptych,
  page,
}) => {
  const server = await diptych()
  const id = await runOver(page, server.url, pro, dev)
  await begin(page)
  await expect(headingIn(page, 'Pair 1 of 3')).toBeVisible()
  await questionIn(page, followed).getByRole('button', { name: 'B' }).click()
  await questionIn(page, kept).getByRole('button', { name: 'Tie' }).click()
  await expect(headingIn(page, 'Pair 2 of 3')).toBeFocused()
  await expect.poll(() => stored(server.url, id)).toBe(2)

  await roundIn(page).getByRole('button', { name: 'Skip' }).click()
  await expect(headingIn(page, 'Pair 3 of 3')).toBeVisible()
  await roundIn(page).getByRole('button', { name: 'Undo last' }).click()
  await expect(headingIn(page, 'Pair 1 of 3')).toBeFocused()
  await expect(questionIn(page, followed).getByRole('button', { name: 'B' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect.poll(() => stored(server.url, id)).toBe(1)

  await page.keyboard.press('Escape')
  await expect(headingIn(page, '1 of 3 pairs judged')).toBeVisible()
  await expect(roundIn(page).getByText('Not answered')).toBeVisible()
  await roundIn(page).getByRole('button', { name: 'Done' }).click()
  await expect(roundIn(page)).toBeHidden()
  expect(await stored(server.url, id)).toBe(1)
})

test('an answer that the server did not take is said, and sent again', async ({
  diptych,
  page,
  expected,
}) => {
  expected.push(/Failed to load resource|net::ERR_FAILED/)
  const server = await diptych()
  const id = await runOver(page, server.url, pro)
  await begin(page)
  await page.route('**/votes', (route) => route.abort())
  await page.keyboard.press('1')
  await expect(roundIn(page).getByRole('alert')).toContainText('not stored yet')
  await page.keyboard.press('6')
  await expect(headingIn(page, '1 of 1 pairs judged')).toBeVisible()
  await page.unroute('**/votes')
  await roundIn(page).getByRole('button', { name: 'Try again' }).click()
  await expect(roundIn(page).getByRole('alert')).toBeHidden()
  await expect.poll(() => stored(server.url, id)).toBe(2)
})

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const)
  test.describe(`${colorScheme}, ${width} wide`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 }, hasTouch: width === 390 })

    test('a round, its reveal and the ranking are accessible, and nothing leaves the window', async ({
      diptych,
      page,
    }) => {
      const server = await diptych()
      await runOver(page, server.url, pro, dev)
      await begin(page)
      await expectAccessible(page, 'a pair')
      if (width === 390) {
        await roundIn(page).getByRole('button', { name: 'B', exact: true }).first().click()
        await expect(roundIn(page).getByRole('img', { name: 'Picture B' })).toBeVisible()
        await expect(roundIn(page).getByRole('img', { name: 'Picture A' })).toBeHidden()
      }
      const last = await roundIn(page).getByRole('button', { name: 'Skip' }).boundingBox()
      expect(last!.y + last!.height).toBeLessThanOrEqual(844)
      for (const key of ['1', 'q', '3', 'e', '2', 'w']) await page.keyboard.press(key)
      await expect(headingIn(page, '3 of 3 pairs judged')).toBeVisible()
      await expectAccessible(page, 'the reveal')
      await roundIn(page).getByRole('link', { name: 'See the ranking' }).click()
      await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible()
      await page.getByText('How this is worked out').click()
      await expectAccessible(page, 'the ranking')
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(width)
    })
  })
