import type { Page } from '@playwright/test'
import { addSample, instructionIn, open, run } from './playground-page'
import { expect, test } from './test'
import { afterIn } from './viewer-page'

interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

declare global {
  interface Window {
    /** What moved without an input that explains it. */
    moved: string[]
  }
}

/** From now on, in this page and in those that are loaded after it. */
async function watchLayout(page: Page): Promise<void> {
  const watch = () => {
    window.moved = []
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries() as LayoutShift[])
        if (!hadRecentInput)
          for (const { node } of sources) {
            const element = node instanceof Element ? node : node?.parentElement
            const where = element?.closest('aside') ? 'form' : 'result'
            window.moved.push(`${where}: ${value.toFixed(5)} ${element?.outerHTML.slice(0, 160)}`)
          }
    }).observe({ type: 'layout-shift' })
  }
  await page.addInitScript(watch)
  await page.evaluate(watch)
}

/** After a frame, by which time all that was drawn has been reported. */
async function whatMoved(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return window.moved
  })
}

for (const [name, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test(`nothing jumps on ${name} while a run goes from queued to shown`, async ({ diptych, page }) => {
    await page.setViewportSize(viewport)
    const server = await diptych({ env: { SANDBOX_LATENCY_MS: '5000-5000' } })
    await open(page, server.url)
    await addSample(page, 'Mountains')
    await instructionIn(page).fill('Make it black and white')
    await run(page)
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
    await watchLayout(page)

    await test.step('the picture comes where the frame has kept its place', async () => {
      const pane = page.locator('article [style*="aspect-ratio"]')
      const pending = await pane.boundingBox()
      await expect(afterIn(page)).toBeVisible()
      await expect(page.getByRole('img', { name: 'loading' })).toHaveCount(0)
      expect(await pane.boundingBox()).toEqual(pending)
      expect(await whatMoved(page)).toEqual([])
    })
    await test.step('nor when the finished run is opened anew', async () => {
      await page.reload()
      await expect(afterIn(page)).toBeVisible()
      await expect(page.getByRole('img', { name: 'loading' })).toHaveCount(0)
      // The form beside it is filled in by the page's script, and grows.
      expect((await whatMoved(page)).filter((moved) => !moved.startsWith('form'))).toEqual([])
    })
    await test.step('and what does jump would be seen', async () => {
      await page.evaluate(() => {
        const box = document.createElement('div')
        box.style.height = '200px'
        document.querySelector('main')?.prepend(box)
      })
      await expect.poll(() => whatMoved(page)).not.toEqual([])
    })
  })
