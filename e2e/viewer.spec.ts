import { expectAccessible } from './accessible'
import { open, sliderIn } from './playground-page'
import { expect, test } from './test'
import { afterIn, beforeIn, finishedRun, klein, landscape, openSeveral, viewerIn } from './viewer-page'

test('the divider follows the pointer, and a click', async ({ page, server }) => {
  await open(page, `/runs/${await finishedRun(server.url, landscape, klein)}`)
  await expect(beforeIn(page)).toBeVisible()
  const slider = sliderIn(page)
  const picture = (await afterIn(page).boundingBox())!
  const y = picture.y + picture.height / 3
  const at = (share: number) => picture.x + picture.width * share

  await page.mouse.move(at(0.5), y)
  await page.mouse.down()
  await page.mouse.move(at(0.4), y)
  await page.mouse.move(at(0.25), y)
  await expect(slider).toHaveAttribute('aria-valuenow', '25')
  await page.mouse.move(picture.x - 50, y)
  await expect(slider).toHaveAttribute('aria-valuenow', '0')
  await page.mouse.move(at(0.75), y)
  await page.mouse.up()
  await page.mouse.move(at(0.1), y)
  await expect(slider).toHaveAttribute('aria-valuenow', '75')
  await page.mouse.click(at(0.6), y)
  await expect(slider).toHaveAttribute('aria-valuenow', '60')
})

test('the grid: both whole, equally large, under one zoom and pan', async ({ page, server }) => {
  await open(page, `/runs/${await finishedRun(server.url, landscape, klein)}`)
  await viewerIn(page).getByRole('radio', { name: 'Grid' }).check()
  const boxes = async () => {
    const [before, after] = await Promise.all([beforeIn(page).boundingBox(), afterIn(page).boundingBox()])
    return { before: before!, after: after! }
  }
  // The picture is replaced by a sharper one when it is drawn larger.
  const widthOfAfter = async () => (await afterIn(page).boundingBox())?.width
  const whole = await boxes()
  expect(whole.before.width / whole.before.height).toBeCloseTo(1.5, 2)
  expect(whole.after.width).toBe(whole.before.width)
  expect(whole.after.y).toBe(whole.before.y)

  await test.step('Ctrl and the wheel zoom both about the pointer', async () => {
    await page.mouse.move(whole.after.x + 20, whole.after.y + 20)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await expect.poll(widthOfAfter).toBeGreaterThan(whole.after.width)
    const zoomed = await boxes()
    expect(zoomed.before.width).toBe(zoomed.after.width)
    // The corner under the pointer stays under it.
    expect(Math.abs(zoomed.after.x - whole.after.x)).toBeLessThan(20)
  })

  await test.step('a drag moves both by the same way', async () => {
    const start = await boxes()
    await page.mouse.move(whole.after.x + 200, whole.after.y + 100)
    await page.mouse.down()
    await page.mouse.move(whole.after.x + 150, whole.after.y + 80, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => (await boxes()).after.x).toBeCloseTo(start.after.x - 50, 0)
    const moved = await boxes()
    expect(moved.before.x - start.before.x).toBeCloseTo(moved.after.x - start.after.x, 1)
    expect(moved.before.y - start.before.y).toBeCloseTo(moved.after.y - start.after.y, 1)
  })

  await test.step('1:1 is one pixel on one pixel, Fit the whole picture again', async () => {
    await page.getByRole('button', { name: 'Actual pixels, 100 %' }).click()
    await expect.poll(widthOfAfter).toBe(900)
    await page.getByRole('button', { name: 'Fit' }).click()
    await expect.poll(widthOfAfter).toBe(whole.after.width)
  })

  await test.step('the plain wheel scrolls the page while the picture is whole', async () => {
    await page.mouse.move(whole.after.x + 50, whole.after.y + 50)
    await page.mouse.wheel(0, 30)
    await expect(page.getByRole('button', { name: 'Fit' })).toHaveAttribute('aria-pressed', 'true')
  })
})

test('blink shows one at a time in the same place', async ({ page, server }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(page, `/runs/${await finishedRun(server.url, landscape, klein)}`)
  await viewerIn(page).getByRole('radio', { name: 'Blink' }).check()
  await test.step('it does not start by itself where motion is unwelcome', async () => {
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  })
  await expect(afterIn(page)).toBeVisible()
  await expect(beforeIn(page)).toBeHidden()
  const place = await afterIn(page).boundingBox()
  await viewerIn(page).focus()
  await page.keyboard.press('Space')
  await expect(beforeIn(page)).toBeVisible()
  await expect(afterIn(page)).toBeHidden()
  expect(await beforeIn(page).boundingBox()).toEqual(place)
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(afterIn(page)).toBeVisible()
  await expect(beforeIn(page)).toBeVisible()
})

test('unequal shapes are whole, and the rule of their placing is said', async ({ page, server }) => {
  const portrait = { width: 600, height: 900 }
  const id = await finishedRun(server.url, portrait, 'flux2-klein-4b', { aspect_ratio: 'wide' })
  await open(page, `/runs/${id}`)
  await expect(
    viewerIn(page).getByText(
      'Shapes differ (600 × 900 and 1568 × 672): both are drawn whole at the same area, centred.',
    ),
  ).toBeVisible()
  const before = (await beforeIn(page).boundingBox())!
  const after = (await afterIn(page).boundingBox())!
  expect(before.width / before.height).toBeCloseTo(600 / 900, 1)
  expect(after.width / after.height).toBeCloseTo(1568 / 672, 1)
  expect(before.width * before.height).toBeCloseTo(after.width * after.height, -3)
  expect(before.x + before.width / 2).toBeCloseTo(after.x + after.width / 2, 0)
})

test('several outputs stand in a strip, and any two can be compared', async ({ page, server }) => {
  const values = { num_images: 3, size: '512*512', seed: 4, strength: 0.8 }
  const id = await finishedRun(server.url, { width: 512, height: 512 }, 'flux-dev', values)
  await open(page, `/runs/${id}`)
  const strip = page.getByRole('radiogroup', { name: 'Picture shown as after' })
  await expect(strip.getByRole('radio')).toHaveCount(4)
  await expect(strip.getByRole('radio', { name: 'After 1' })).toBeChecked()
  const download = page.getByRole('link', { name: 'Download' })
  await strip.getByRole('radio', { name: 'After 3' }).check()
  await expect(page.getByRole('img', { name: /^Result 3/ })).toBeVisible()
  await expect(download).toHaveAttribute('download', /-3\.(jpg|png|webp)$/)
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'After 1' })
  await expect(page.getByRole('img', { name: /^Result 1/ })).toBeVisible()
  await page.getByRole('button', { name: 'Swap' }).click()
  await expect(strip.getByRole('radio', { name: 'After 1' })).toBeChecked()
})

test('the viewer by keyboard alone', async ({ page, server }) => {
  await openSeveral(page, server.url)
  const pictures = page.getByRole('list', { name: 'Pictures in the grid' }).getByRole('listitem')
  const current = page.locator('li[aria-current]')
  const said = viewerIn(page).getByRole('status')
  const shownAlone = (name: RegExp) => viewerIn(page).getByRole('img', { name })

  await test.step('the grid has all, and arrows walk it', async () => {
    await page.keyboard.press('g')
    await expect(pictures).toHaveCount(4)
    await expect(current).toContainText('After 1')
    await page.keyboard.press('ArrowRight')
    await expect(current).toContainText('After 2')
    await expect(said).toHaveText('3 of 4: After 2')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    await expect(current).not.toContainText('After 2')
  })

  await test.step('a digit shows one alone, and again all', async () => {
    await page.keyboard.press('3')
    await expect(pictures).toHaveCount(0)
    await expect(shownAlone(/^Result 2/)).toBeVisible()
    await expect(said).toHaveText('Only 3 of 4: After 2')
    await page.keyboard.press('3')
    await expect(pictures).toHaveCount(4)
    await page.keyboard.press('4')
    await page.keyboard.press('ArrowRight')
    await expect(said).toHaveText('1 of 4: Before')
    await expect(shownAlone(/^Input picture/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(pictures).toHaveCount(4)
  })

  await test.step('Space puts the input in the place of each, and back', async () => {
    await page.keyboard.press('3')
    await expect(pictures).toHaveCount(0)
    const place = await shownAlone(/^Result 2/).boundingBox()
    await page.keyboard.press('Space')
    await expect(shownAlone(/^Input picture/)).toBeVisible()
    expect(await shownAlone(/^Input picture/).boundingBox()).toEqual(place)
    await page.keyboard.press('Space')
    await expect(shownAlone(/^Result 2/)).toBeVisible()
    await page.keyboard.press('0')
  })

  await test.step('S swaps what the divider compares', async () => {
    await page.keyboard.press('d')
    const compared = page.getByRole('combobox', { name: 'Compare with' })
    await expect(compared).toHaveValue(/input/)
    await page.keyboard.press('s')
    await expect(compared).toHaveValue(/output/)
    await page.keyboard.press('s')
    await expect(compared).toHaveValue(/input/)
  })

  await test.step('Shift and the arrows move a zoomed picture; alone they do not', async () => {
    await page.keyboard.press('g')
    await expect(pictures).toHaveCount(4)
    // Each zoom is drawn before the next: where the picture is must not be read between two.
    const zoom = viewerIn(page).getByRole('group', { name: 'Zoom' })
    await page.keyboard.press('z')
    await expect(zoom).toContainText('100 %')
    await page.keyboard.press('+')
    await expect(zoom).not.toContainText('100 %')
    const once = await zoom.textContent()
    await page.keyboard.press('+')
    await expect(zoom).not.toHaveText(once!)
    // Its smaller file gives way to the stored picture: the element measured must not be the one that goes.
    await expect(shownAlone(/^Input picture/)).toHaveAttribute('src', /^\/assets\/[^/]+$/)
    const left = async () => {
      const box = await shownAlone(/^Input picture/).boundingBox()
      if (!box) throw new Error('The input is not in the grid.')
      return box.x
    }
    const start = await left()
    await page.keyboard.press('Shift+ArrowRight')
    await expect.poll(left).toBeLessThan(start)
    const moved = await left()
    await page.keyboard.press('ArrowRight')
    expect(await left()).toBe(moved)
    await page.keyboard.press('z')
  })

  await test.step('crosshair and loupe take the arrows', async () => {
    await page.keyboard.press('c')
    const crosshair = page.getByRole('slider', { name: 'Crosshair' })
    await expect(crosshair).toBeFocused()
    await expect(crosshair).toHaveAttribute('aria-valuetext', '256 px from the left, 256 px from the top')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowUp')
    await expect(crosshair).toHaveAttribute('aria-valuetext', '257 px from the left, 246 px from the top')
    await page.keyboard.press('l')
    await expect(page.locator('[data-lens]')).toHaveCount(4)
    const source = page.locator('[data-lens] img').first()
    await expect(source).toHaveCSS('image-rendering', 'pixelated')
    await expect(source).toHaveJSProperty('naturalWidth', 512)
    await page.keyboard.press('l')
    await page.keyboard.press('c')
    await expect(viewerIn(page)).toBeFocused()
  })

  await test.step('what is typed elsewhere goes there', async () => {
    const compared = page.getByRole('combobox', { name: 'Compare with' })
    await compared.focus()
    await page.keyboard.press('3')
    await expect(pictures).toHaveCount(4)
  })
})

test('the grid shows what is ticked, and axe has nothing to say', async ({ page, server }) => {
  await openSeveral(page, server.url)
  await expectAccessible(page, 'the slider with a strip')
  await page.keyboard.press('g')
  const ticks = page.getByRole('group', { name: 'Pictures shown in the grid' }).getByRole('checkbox')
  const pictures = page.getByRole('list', { name: 'Pictures in the grid' }).getByRole('listitem')
  await expect(ticks).toHaveCount(4)
  await ticks.nth(2).uncheck()
  await expect(pictures).toHaveCount(3)
  await expect(pictures.filter({ hasText: 'After 2' })).toHaveCount(0)
  await expectAccessible(page, 'the grid with one left out')
  await page.getByRole('button', { name: 'Crosshair' }).click()
  await page.getByRole('button', { name: 'Loupe', exact: true }).click()
  await expectAccessible(page, 'crosshair and loupe')
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(pictures).toHaveCount(4)
  await pictures.nth(3).click()
  await expect(pictures.nth(3)).toHaveAttribute('aria-current', 'true')
  await page.getByRole('button', { name: 'Only the chosen picture' }).click()
  await expect(page.getByRole('img', { name: /^Result 3/ })).toBeVisible()
  await expectAccessible(page, 'one picture')
})
