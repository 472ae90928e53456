import 'server-only'
import type { Page } from '@playwright/test'

/** An interaction as the browser measured it, in milliseconds. */
export interface Interaction {
  /** What was pressed, as "keydown z", or the event alone. */
  what: string
  /** From the event to the next paint, in steps of 8. */
  duration: number
  /** Before the first handler ran, and in handlers; the rest is drawing. */
  waited: number
  handled: number
}

/** Begins to listen on every page that comes; to be called before the first. */
export async function listenForInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const interactions: Interaction[] = []
    const pressed = new Map<number, string>()
    Object.assign(window, { interactions })
    for (const type of ['keydown', 'keyup'] as const)
      window.addEventListener(type, ({ timeStamp, key }) => void pressed.set(timeStamp, key), {
        capture: true,
      })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (!entry.interactionId) continue
        const { name, duration, startTime, processingStart, processingEnd } = entry
        const key = pressed.get(startTime)
        interactions.push({
          what: key === undefined ? name : `${name} ${key === ' ' ? 'Space' : key}`,
          duration,
          waited: Math.round(processingStart - startTime),
          handled: Math.round(processingEnd - processingStart),
        })
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
}

/** The interactions of over 16 ms that `interact` brings about. */
export async function interactionsOf(page: Page, interact: () => Promise<void>): Promise<Interaction[]> {
  const all = () => page.evaluate(() => (window as unknown as { interactions: Interaction[] }).interactions)
  const before = (await all()).length
  await interact()
  await page.waitForTimeout(1000)
  return (await all()).slice(before)
}
