import { open, sliderIn } from './playground-page'
import { expect, test } from './test'
import { afterIn, finishedRun, klein, landscape, openSeveral } from './viewer-page'

test('on a phone a finger drags the divider, and two zoom', async ({ browser, server }) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 3,
  })
  const page = await context.newPage()
  await open(page, `/runs/${await finishedRun(server.url, landscape, klein)}`)
  // Whoever opens a result sees it, and not the form below it.
  await expect(sliderIn(page)).toBeInViewport({ ratio: 1 })
  const picture = (await afterIn(page).boundingBox())!
  const y = picture.y + picture.height / 2
  const touch = await context.newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [x: number, y: number][]) =>
    touch.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, at], id) => ({ x, y: at, id })),
    })

  await test.step('one finger, by the handle', async () => {
    const middle = picture.x + picture.width / 2
    await send('touchStart', [middle, y])
    for (const share of [0.45, 0.4, 0.35, 0.3])
      await send('touchMove', [picture.x + picture.width * share, y])
    await send('touchEnd')
    await expect(sliderIn(page)).toHaveAttribute('aria-valuenow', '30')
  })

  await test.step('two fingers', async () => {
    const fit = page.getByRole('button', { name: 'Fit' })
    await expect(fit).toHaveAttribute('aria-pressed', 'true')
    await send('touchStart', [180, y], [220, y])
    for (const by of [10, 20, 30, 40]) await send('touchMove', [180 - by, y], [220 + by, y])
    await send('touchEnd')
    await expect(fit).toHaveAttribute('aria-pressed', 'false')
    await expect
      .poll(async () => (await afterIn(page).boundingBox())?.width ?? 0)
      .toBeGreaterThan(picture.width * 1.5)
  })

  await test.step('the page is no wider than the phone', async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  })
  await context.close()
})

test('on a phone a swipe goes on to the next picture, and a finger leads the loupe', async ({
  browser,
  server,
}) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await context.newPage()
  await openSeveral(page, server.url)
  await page.keyboard.press('2')
  const picture = page.getByRole('img', { name: /^Result/ })
  await expect(picture).toHaveAccessibleName(/^Result 1/)
  const box = (await picture.boundingBox())!
  const touch = await context.newCDPSession(page)
  const drag = async (fromX: number, toX: number) => {
    const at = (x: number) => [{ x, y: box.y + box.height / 2 }]
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(fromX) })
    for (const share of [0.2, 0.5, 1]) {
      const touchPoints = at(fromX + (toX - fromX) * share)
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
      // As a hand does it: at a computer's speed it is a fling to the browser, which takes the next tap to stop it.
      await page.waitForTimeout(120)
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  await drag(260, 120)
  await expect(picture).toHaveAccessibleName(/^Result 2/)
  await drag(120, 260)
  await expect(picture).toHaveAccessibleName(/^Result 1/)

  await page.getByRole('button', { name: 'Loupe', exact: true }).tap()
  await expect(page.locator('[data-lens]')).toBeVisible()
  await drag(260, 120)
  await expect(picture).toHaveAccessibleName(/^Result 1/)
  const place = page.getByRole('slider', { name: 'Loupe' })
  const pointed = Math.floor(((120 - box.x) / box.width) * 512)
  await expect
    .poll(async () => Math.abs(Number(await place.getAttribute('aria-valuenow')) - pointed))
    .toBeLessThan(3)
  const lens = (await page.locator('[data-lens]').boundingBox())!
  expect(lens.y + lens.height, 'not under the finger').toBeLessThan(box.y + box.height / 2)
  await context.close()
})
