import type { Locator, Page } from '@playwright/test'
import { expect } from './test'

/*
 * The playground as a person knows it: everything is found by the words on it.
 *
 * A test that starts a server of its own asks for `diptych` before `page`: what is set up first goes last, and a server
 * that went before its page would leave the page's last requests cut off.
 */

export const instructionIn = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^(Instruction|Prompt)$/ })
export const runButtonIn = (page: Page): Locator => page.getByRole('button', { name: /^Run( \d+)?( ·|$)/ })
export const picturesIn = (page: Page): Locator =>
  page.getByRole('form', { name: 'Playground' }).getByRole('img', { name: /^image\d/ })
/** The chosen models; a click opens the list of all. */
export const pickerIn = (page: Page): Locator => page.locator('summary', { hasText: /^Models?:/ })
export const downloadIn = (page: Page): Locator => page.getByRole('link', { name: 'Download' })
export const sliderIn = (page: Page): Locator => page.getByRole('slider', { name: /Divider/ })

/** Opens a page and waits until its script has taken over: what is clicked before goes nowhere. */
export async function open(page: Page, address = '/'): Promise<void> {
  await page.goto(address)
  await hydrated(page)
}

/** React leaves its mark on every element it has taken over; nothing that a person sees tells it. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = [...document.querySelectorAll('button')].at(-1)
    return last !== undefined && Object.keys(last).some((key) => key.startsWith('__reactProps'))
  })
}

export async function addSample(page: Page, title: string): Promise<void> {
  const before = await picturesIn(page).count()
  await page.getByRole('button', { name: 'Samples' }).click()
  await page.getByRole('button', { name: `Add the sample ${title}` }).click()
  await expect(picturesIn(page)).toHaveCount(before + 1)
}

/** Adds a picture through the button and the browser's own file chooser. */
export async function addFile(page: Page, buffer: Buffer, name = 'picture.png'): Promise<void> {
  const before = await picturesIn(page).count()
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /^(Choose|Add) pictures$/ })
    .first()
    .click()
  await (await chooser).setFiles({ name, mimeType: 'image/png', buffer })
  await expect(picturesIn(page)).toHaveCount(before + 1)
}

/** Chooses one model alone. */
export async function chooseModel(page: Page, title: string): Promise<void> {
  const picker = pickerIn(page)
  await picker.click()
  await page.getByRole('radio', { name: title }).click()
  await expect(picker).toContainText(title)
}

/** Presses Run and answers the run's id, which its address has from its first second. */
export async function run(page: Page): Promise<string> {
  const before = page.url()
  await runButtonIn(page).click()
  return runStarted(page, before)
}

/** Waits for another run's address than the one before, and answers its id. */
export async function runStarted(page: Page, before: string): Promise<string> {
  await page.waitForURL((url) => url.pathname.startsWith('/runs/') && url.href !== before)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Adds models to those that are chosen. */
export async function compareWith(page: Page, ...titles: string[]): Promise<void> {
  await pickerIn(page).click()
  for (const title of titles) await page.getByRole('checkbox', { name: `Compare ${title}` }).check()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(pickerIn(page)).toContainText(titles.at(-1) ?? '')
}

/** The section of one of several chosen models; a click on its summary opens it. */
export const sectionOf = (page: Page, title: string): Locator =>
  page
    .getByRole('form', { name: 'Playground' })
    .getByRole('listitem')
    .filter({ has: page.locator('summary', { hasText: title }) })

/** How long several pictures may take, painted one after the other with what a busy machine leaves. */
export const painted = { timeout: 90_000 }
