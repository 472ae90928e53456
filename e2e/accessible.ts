import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from '@playwright/test'
import type axe from 'axe-core'
import { expect, test } from './test'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Parts of a page, as CSS selectors. */
export interface Part {
  within?: string
  /** Looked at by another test. */
  except?: string
}

/**
 * Nothing for axe to name, and nothing that makes the page scroll sideways. axe runs in the page itself: the builder of
 * @axe-core/playwright opens one page more for each look and sends all that passed there, which takes some three times
 * as long.
 */
export async function expectAccessible(page: Page, state: string, part: Part = {}): Promise<void> {
  await test.step(`axe: ${state}`, async () => {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script)
    const { found, passed } = await page.evaluate(look, { ...part, standards })
    expect(found, `axe on ${state}`).toEqual([])
    expect(passed, 'axe has looked').toBeGreaterThan(part.within ? 5 : 10)
    const { width, seen } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      seen: document.documentElement.clientWidth,
    }))
    expect(width, `width of ${state}`).toBeLessThanOrEqual(seen)
  })
}

/** Scrolls to a part that the bar with Run may cover by half, which axe would take for too small a target. */
export async function centre(part: Locator): Promise<void> {
  await part.evaluate((element) => element.scrollIntoView({ block: 'center' }))
}

/** Runs in the page: what is wrong, and how many rules had something to look at. */
async function look({ within, except, standards }: Part & { standards: string[] }) {
  const { axe } = window as unknown as { axe: typeof import('axe-core') }
  const context: axe.ElementContext = {
    include: [within ?? ':root'],
    exclude: except ? [except] : [],
  }
  const { violations, passes } = await axe.run(context, {
    runOnly: standards,
    resultTypes: ['violations'],
  })
  return {
    found: violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} — ${node.html} — ${node.failureSummary}`),
    ),
    passed: passes.length,
  }
}
