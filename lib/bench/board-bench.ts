import 'server-only'
import type { Browser, Page } from '@playwright/test'
import { addSample, chooseModel, instructionIn, open, run } from '@/e2e/playground-page'
import type { Figure } from './figures'
import { interactionsOf, listenForInteractions, type Interaction } from './interactions'

const slowdown = 4
/** How many of the slowest are told one by one. */
const told = 5

/** How long a person waits for the screen to answer on a board of 64 cells, with the processor slowed down. */
export async function benchBoard(url: string, browser: Browser): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await listenForInteractions(page)
  await makeBoard(page, url)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const board = await interactionsOf(page, () => useBoard(page))
  const viewer = await interactionsOf(page, () => useViewer(page))
  await context.close()
  return [figure('the board', board), figure('the viewer over it', viewer)]
}

/** One model, four strengths, sixteen samples: done, with its measures, before anything is timed. */
async function makeBoard(page: Page, url: string): Promise<void> {
  await open(page, url)
  await addSample(page, 'Cat')
  await instructionIn(page).fill('Make it warmer')
  await chooseModel(page, 'FLUX.1 Dev')
  await page.locator('summary', { hasText: 'Samples and sweeps' }).click()
  await page.getByLabel('Samples of each model').selectOption('16')
  await page.getByRole('button', { name: 'Sweep a parameter' }).click()
  await page.getByRole('combobox', { name: 'Sweep', exact: true }).last().selectOption({ label: 'Strength' })
  await page.getByRole('textbox', { name: 'Values of Strength' }).fill('0.2, 0.4, 0.6, 0.8')
  await run(page)
  await page.getByText('64 of 64 done', { exact: true }).first().waitFor({ timeout: 300_000 })
  await page.waitForTimeout(30_000)
}

async function useBoard(page: Page): Promise<void> {
  const cells = page.getByRole('region', { name: 'Board' }).getByRole('article')
  await cells.first().focus()
  for (const key of 'ArrowRight ArrowRight ArrowDown * * r r x x ArrowLeft End Home'.split(' '))
    await pressed(page, key)
  for (const name of ['Star', 'Star', 'More'])
    await paused(page, cells.first().getByRole('button', { name }).click())
  await pressed(page, 'Escape')
  for (const index of [1, 2, 3, 0])
    await paused(page, page.getByRole('combobox', { name: 'Sort by' }).selectOption({ index }))
  for (const name of ['Table', 'Grid']) await paused(page, page.getByRole('radio', { name }).check())
}

async function useViewer(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Board' }).getByRole('article').first().focus()
  await pressed(page, 'Enter')
  await page.getByRole('dialog', { name: 'Compare results' }).waitFor()
  for (const key of ['g', '+', '+', 'Shift+ArrowRight', 'Shift+ArrowDown', 'c', 'l', 'l', 'z', '3', '0'])
    await pressed(page, key)
  for (const key of ['b', ' ', ' ', 'ArrowRight', 'ArrowRight', 'd', 's', 't', 't', 'Escape'])
    await pressed(page, key)
}

async function pressed(page: Page, key: string): Promise<void> {
  await paused(page, page.keyboard.press(key))
}

async function paused(page: Page, action: Promise<unknown>): Promise<void> {
  await action
  await page.waitForTimeout(500)
}

/** Of fewer than fifty interactions the INP is the longest. */
function figure(where: string, interactions: Interaction[]): Figure {
  const slowest = [...interactions].sort((one, other) => other.duration - one.duration)
  const worst = slowest[0]?.duration ?? 0
  console.log(`Slowest on ${where}: ${slowest.slice(0, told).map(inWords).join(', ')}`)
  const sorted = interactions.map(({ duration }) => duration).sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return {
    what: `INP on ${where}, 64 cells, ${slowdown}× slower processor`,
    ours: `${worst} ms (median of ${sorted.length} events ${middle} ms)`,
    beside: '',
    goal: '200 ms',
    met: worst < 200,
  }
}

/** "keydown z 104 (waited 2, handled 23)" */
function inWords({ what, duration, waited, handled }: Interaction): string {
  return `${what} ${duration} (waited ${waited}, handled ${handled})`
}
