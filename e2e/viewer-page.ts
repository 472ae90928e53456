import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { finished, generate, upload } from './api-client'
import { open } from './playground-page'
import { expect } from './test'

export const viewerIn = (page: Page): Locator => page.getByRole('group', { name: /^Picture viewer/ })
export const beforeIn = (page: Page): Locator => page.getByRole('img', { name: 'Input picture' })
export const afterIn = (page: Page): Locator => page.getByRole('img', { name: /^Result/ })

/** A finished run of a picture of this size, made through the API. */
export async function finishedRun(
  url: string,
  size: { width: number; height: number },
  model: string,
  values: Record<string, unknown> = {},
): Promise<string> {
  const picture = sharp({ create: { ...size, channels: 3, background: '#b63' } })
  const { body } = await upload(url, await picture.png().toBuffer())
  const input = model === 'flux-dev' ? { image: body.id } : { images: [body.id] }
  const accepted = await generate(url, model, { prompt: 'Make it black and white', ...input, ...values })
  const view = await finished(url, accepted.body.id)
  expect(view.status, view.error ?? '').toBe('completed')
  return view.runId
}

export const landscape = { width: 900, height: 600 }
export const klein = 'flux-2-klein-9b-edit'

const severalOutputs = { num_images: 3, size: '512*512', seed: 4, strength: 0.8 }

/** A run with an input and three outputs, and the viewer in the focus. */
export async function openSeveral(page: Page, url: string): Promise<void> {
  const id = await finishedRun(url, { width: 512, height: 512 }, 'flux-dev', severalOutputs)
  await open(page, `/runs/${id}`)
  await expect(page.getByRole('img', { name: /^Result 1/ })).toBeVisible()
  await viewerIn(page).focus()
}
