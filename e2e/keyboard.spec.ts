import type { Locator, Page } from '@playwright/test'
import { downloadIn, instructionIn, open, picturesIn, runStarted, sliderIn } from './playground-page'
import { expect, test } from './test'

/** Presses Tab until the focus is there; nobody would press it more often than that. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${key} does not lead to ${target}.`)
}

test('the whole job without a mouse', async ({ page }) => {
  await open(page)

  await test.step('the skip link is first, and leads past the header', async () => {
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('tab', { name: 'Form' })).toBeFocused()
  })

  await test.step('another model is chosen with the arrow keys', async () => {
    const picker = page.locator('summary', { hasText: 'Model:' })
    await tabTo(page, picker)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('radio', { name: /FLUX.2 Klein 9B Edit/ })).toBeFocused()
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(picker).toBeFocused()
    await expect(picker).toContainText('FLUX.2 [klein] 4B')
  })

  await test.step('help is opened and closed', async () => {
    const help = page.getByRole('button', { name: 'About Instruction' })
    await tabTo(page, help)
    await page.keyboard.press('Enter')
    await expect(page.getByText('At most 10,000 characters')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('At most 10,000 characters')).toBeHidden()
  })

  await test.step('a sample is added, and the focus is not lost', async () => {
    const samples = page.getByRole('button', { name: 'Samples' })
    await tabTo(page, samples)
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'Add the sample Coffee' }))
    await page.keyboard.press('Enter')
    await expect(picturesIn(page)).toHaveCount(1)
    await expect(samples).toBeFocused()
  })

  await test.step('the instruction is written, and Ctrl+Enter runs', async () => {
    await tabTo(page, instructionIn(page), 'Shift+Tab')
    await page.keyboard.type('Make it black and white')
    await page.keyboard.press('Control+Enter')
    await runStarted(page, '')
  })

  await test.step('the divider is a slider', async () => {
    const slider = sliderIn(page)
    await expect(slider).toHaveAttribute('aria-valuenow', '50')
    await tabTo(page, slider)
    for (const [key, value] of [
      ['ArrowRight', '52'],
      ['ArrowUp', '54'],
      ['ArrowLeft', '52'],
      ['PageDown', '42'],
      ['End', '100'],
      ['Home', '0'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(slider).toHaveAttribute('aria-valuenow', value)
    }
    await expect(slider).toHaveAttribute('aria-valuetext', 'Before 0 %, after 100 %')
  })

  await test.step('letters choose the layout and the zoom, digits a picture', async () => {
    const viewer = page.getByRole('group', { name: 'Picture viewer, before and after' })
    await tabTo(page, viewer, 'Shift+Tab')
    await page.keyboard.press('g')
    await expect(page.getByRole('radio', { name: 'Grid' })).toBeChecked()
    await page.keyboard.press('b')
    await expect(page.getByRole('radio', { name: 'Blink' })).toBeChecked()
    await page.keyboard.press('d')
    await expect(sliderIn(page)).toBeVisible()
    const fit = page.getByRole('button', { name: 'Fit' })
    await expect(fit).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('+')
    await expect(fit).toHaveAttribute('aria-pressed', 'false')
    await page.keyboard.press('z')
    await expect(fit).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('z')
    await expect(viewer.getByTitle(/^100 % is one pixel/)).toHaveText('100 %')
    await page.keyboard.press('z')
    await page.keyboard.press('1')
    await expect(sliderIn(page)).toHaveCount(0)
    await expect(page.getByRole('img', { name: 'Input picture' })).toBeVisible()
    await page.keyboard.press('0')
    await expect(sliderIn(page)).toBeVisible()
  })

  await test.step('and the result is downloaded', async () => {
    await tabTo(page, downloadIn(page))
    const coming = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await coming).suggestedFilename()).toMatch(/^flux2-klein-4b-make-it-black-and-white\./)
  })
})

test('Run by keyboard leads to the first field that is wrong', async ({ page }) => {
  await open(page)
  await instructionIn(page).focus()
  await page.keyboard.press('Control+Enter')
  await expect(instructionIn(page)).toBeFocused()
  await expect(instructionIn(page)).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.type('Make it black and white')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Choose pictures' })).toBeFocused()
})
