import fs from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import type { LibraryPage } from '@/lib/library/library-item'
import { readZip } from '@/lib/testing/read-zip'
import { expectAccessible } from './accessible'
import { finished, generate, upload } from './api-client'
import { open } from './playground-page'
import { screens } from './screens'
import { seededLibrary } from './seeded-library'
import { expect, test } from './test'

/** Made once: each test that changes it works on a copy. */
let seeded: string
test.beforeAll(() => {
  seeded = seededLibrary(260, 6)
})
test.afterAll(() => fs.rmSync(seeded, { recursive: true, force: true }))

function copyOfSeeded(): string {
  const folder = `${seeded}-${Math.random().toString(36).slice(2)}`
  fs.cpSync(seeded, folder, { recursive: true })
  return folder
}

const gridIn = (page: Page): Locator => page.getByRole('grid')
const tileIn = (page: Page, index: number): Locator => gridIn(page).locator(`[data-index="${index}"]`)
const linkIn = (page: Page, index: number): Locator => tileIn(page, index).getByRole('link')
const barIn = (page: Page): Locator => page.getByRole('toolbar', { name: 'Selected runs' })
const hrefs = (page: Page): Promise<string[]> =>
  gridIn(page)
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

async function found(url: string, address = ''): Promise<LibraryPage> {
  return (await (await fetch(`${url}/api/v1/runs?limit=200&${address}`)).json()) as LibraryPage
}

test('the library is scrolled to its end: no run is left out or shown twice, and nothing moves', async ({
  diptych,
  page,
}) => {
  const folder = copyOfSeeded()
  const server = await diptych({ dataFolder: folder })
  const { items, total } = await found(server.url)
  const all = items.map(({ id }) => `/runs/${id}`)
  expect(all).toHaveLength(total)

  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open(page, `${server.url}/library`)
  await expect(gridIn(page)).toHaveAttribute('aria-rowcount', String(total))
  // What a browser draws of a page that it has read in part is no scrolling.
  await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.splice(0))
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const seen = new Set<string>()
  for (let at = 0; at < height; at += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), at)
    await expect(gridIn(page).getByText('…', { exact: true })).toHaveCount(0)
    const shown = await hrefs(page)
    expect(new Set(shown).size).toBe(shown.length)
    for (const href of shown) seen.add(href)
    expect(shown.length).toBeLessThan(90)
  }
  expect([...seen].sort()).toEqual([...all].sort())
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height)
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([])

  await test.step('a run is opened from far down, and Back comes back to its place', async () => {
    const place = await page.evaluate(() => window.scrollY)
    const last = linkIn(page, total - 1)
    await last.click()
    await page.waitForURL(/\/runs\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goBack()
    await expect(last).toBeInViewport()
    expect(Math.abs((await page.evaluate(() => window.scrollY)) - place)).toBeLessThan(50)
  })
  fs.rmSync(folder, { recursive: true, force: true })
})

test('what is searched and filtered stands in the address, and Back takes it away', async ({
  diptych,
  page,
}) => {
  const folder = copyOfSeeded()
  const server = await diptych({ dataFolder: folder })
  const whole = (await found(server.url)).total
  const counted = (count: number) => page.getByText(count === 1 ? '1 run' : `${count} runs`, { exact: true })
  await open(page, `${server.url}/library`)
  await page.getByRole('searchbox', { name: 'Search in instructions' }).fill('cat neon')
  const cats = (await found(server.url, 'q=cat+neon')).total
  await expect(counted(cats)).toBeVisible()
  await expect(page).toHaveURL(/\/library\?q=cat\+neon$/)
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Dearest first')
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('combobox', { name: 'State' }).selectOption('Failed')
  await expect(page).toHaveURL(/\/library\?q=cat\+neon&state=failed&sort=dearest$/)
  await page.getByRole('searchbox').fill('nobody ever wrote this')
  await expect(page.getByText(/^No run matches “nobody ever wrote this”, Failed\./)).toBeVisible()
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/library\?sort=dearest$/)
  await expect(counted(whole)).toBeVisible()
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/\/library\?q=cat\+neon$/)
  await expect(page.getByRole('searchbox')).toHaveValue('cat neon')
  await expect(counted(cats)).toBeVisible()
  await page.reload()
  await expect(counted(cats)).toBeVisible()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('by keyboard: selected, starred, collected, downloaded, deleted and undone, removed for good', async ({
  diptych,
  page,
}) => {
  const folder = copyOfSeeded()
  const server = await diptych({ dataFolder: folder })
  const { total, items } = await found(server.url)
  await open(page, `${server.url}/library`)
  const selected = (count: number) =>
    expect(barIn(page).getByRole('status')).toHaveText(`${count.toLocaleString('en')} selected`)

  await linkIn(page, 0).focus()
  await page.keyboard.press('ArrowRight')
  await expect(linkIn(page, 1)).toBeFocused()
  await page.keyboard.press(' ')
  await selected(1)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await selected(3)
  await expect(tileIn(page, 3)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+a')
  await selected(total)
  await page.keyboard.press('End')
  await expect(linkIn(page, total - 1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(barIn(page)).toBeHidden()
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await page.keyboard.press('Shift+ArrowRight')
  await selected(2)
  const [one, two] = items
  const isStarred = async () => (await found(server.url)).items.slice(0, 2).every(({ starred }) => starred)

  await test.step('starred', async () => {
    await barIn(page).getByRole('button', { name: 'Star', exact: true }).click()
    await expect(page.getByText(/^\d results? starred\.$/)).toBeVisible()
    await expect.poll(isStarred).toBe(true)
  })

  const select = async () => {
    await linkIn(page, 0).focus()
    await page.keyboard.press(' ')
    await page.keyboard.press('Shift+ArrowRight')
    await selected(2)
  }
  await test.step('collected', async () => {
    await select()
    await barIn(page).getByRole('button', { name: 'Collect' }).click()
    await page.getByRole('textbox', { name: 'New collection' }).fill('Best of all')
    await page.keyboard.press('Enter')
    await expect(page.getByText('2 runs in “Best of all”.')).toBeVisible()
    await page.getByRole('link', { name: /Best of all/ }).click()
    await expect(page.getByRole('heading', { name: 'Best of all' })).toBeVisible()
    await expect(gridIn(page)).toHaveAttribute('aria-rowcount', '2')
    expect(await hrefs(page)).toEqual([`/runs/${one!.id}`, `/runs/${two!.id}`])
  })

  await test.step('downloaded', async () => {
    await select()
    const download = page.waitForEvent('download')
    await barIn(page).getByRole('button', { name: 'Download' }).click()
    const files = readZip(fs.readFileSync(await (await download).path()))
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
      runs: { id: string; folder: string }[]
    }
    expect(manifest.runs.map(({ id }) => id)).toEqual([one!.id, two!.id])
    for (const { folder: name } of manifest.runs) {
      expect(files.has(`${name}/manifest.json`)).toBe(true)
      expect([...files.keys()].filter((file) => file.startsWith(`${name}/`)).length).toBeGreaterThan(2)
    }
  })

  await test.step('deleted, undone, deleted again: its page says so', async () => {
    await linkIn(page, 0).focus()
    await page.keyboard.press('Delete')
    await expect(page.getByText('2 runs put into the trash.')).toBeVisible()
    await expect(page.getByText('Nothing is in this collection yet.')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(gridIn(page)).toHaveAttribute('aria-rowcount', '2')
    await select()
    await barIn(page).getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('2 runs put into the trash.')).toBeVisible()
    await page.goto(`${server.url}/runs/${one!.id}`)
    await page.getByRole('button', { name: 'Restore' }).click()
    await expect(page.getByRole('heading', { name: one!.title })).toBeVisible()
    expect((await fetch(`${server.url}/api/v1/runs/${two!.id}`)).status).toBe(410)
  })

  await test.step('removed for good', async () => {
    await page.goto(`${server.url}/library?trash=yes`)
    await expect(gridIn(page)).toHaveAttribute('aria-rowcount', '1')
    await expect(page.getByText('30 days left')).toBeVisible()
    await open(page, page.url())
    await page.getByRole('button', { name: 'Empty trash' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Empty trash' }).click()
    await expect(page.getByText('1 run removed for good.')).toBeVisible()
    await expect(page.getByText(/^The trash is empty/)).toBeVisible()
    expect((await fetch(`${server.url}/api/v1/runs/${two!.id}`)).status).toBe(404)
  })
  fs.rmSync(folder, { recursive: true, force: true })
})

test('versions: what was made from a result stands beside it, and files go when nobody uses them', async ({
  diptych,
  page,
}) => {
  const server = await diptych()
  const { body: photo } = await upload(server.url)
  const make = async (prompt: string, image: string) => {
    const { body } = await generate(server.url, 'flux-2-klein-9b-edit', { prompt, images: [image], seed: 1 })
    const view = await finished(server.url, body.id)
    return { runId: view.runId, asset: view.assets[0]!.id }
  }
  const first = await make('Make it black and white', photo.id)
  const second = await make('Make it darker', first.asset)
  const branch = await make('Invert it', first.asset)
  await open(page, `${server.url}/runs/${branch.runId}`)
  const versions = page.getByRole('navigation', { name: 'Versions' })
  await expect(versions.getByRole('listitem')).toHaveText([
    /^v0/,
    /^v1 Make it black and white/,
    /^v2 Invert it.*this run/,
    /^v2 Make it darker/,
  ])
  await versions.getByRole('link', { name: /Make it darker/ }).click()
  await expect(page.getByRole('heading', { name: 'Make it darker' })).toBeVisible()
  await expect(versions.getByRole('link', { name: /Make it darker/ })).toHaveAttribute('aria-current', 'page')

  const throwAway = async (...ids: string[]) => {
    const post = (address: string, method: string, body: unknown) =>
      fetch(server.url + address, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    expect((await post('/api/v1/runs/changes', 'POST', { ids, trash: true })).status).toBe(200)
    return (await (await post('/api/v1/trash', 'DELETE', {})).json()) as object
  }
  const statusOf = async (id: string) => (await fetch(`${server.url}/assets/${id}`)).status
  // The first run's result is what the others were made of.
  expect(await throwAway(first.runId)).toEqual({ removed: 1, pictures: 1, unfinished: 0 })
  expect(await statusOf(photo.id)).toBe(404)
  expect(await statusOf(first.asset)).toBe(200)
  expect(await throwAway(second.runId, branch.runId)).toMatchObject({ removed: 2, pictures: 3 })
  for (const id of [first.asset, second.asset, branch.asset]) expect(await statusOf(id)).toBe(404)
})

for (const { name, use } of screens)
  test.describe(name, () => {
    test.use({ ...use, hasTouch: use.viewport.width === 390 })

    test('the library in its states is accessible', async ({ diptych, page }) => {
      const folder = copyOfSeeded()
      const server = await diptych({ dataFolder: folder })
      await open(page, `${server.url}/library`)
      if (use.viewport.width === 390) {
        await test.step('a long press selects, and then a tap', async () => {
          const press = await linkIn(page, 0).boundingBox()
          const session = await page.context().newCDPSession(page)
          const touchPoints = [{ x: press!.x + 40, y: press!.y + 40 }]
          await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
          await expect(barIn(page).getByRole('status')).toHaveText('1 selected')
          await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
          await linkIn(page, 1).tap()
          await expect(barIn(page).getByRole('status')).toHaveText('2 selected')
        })
      } else {
        await tileIn(page, 0).hover()
        await tileIn(page, 0).getByRole('checkbox').click()
        await linkIn(page, 2).click({ modifiers: ['Shift'] })
        await expect(barIn(page).getByRole('status')).toHaveText('3 selected')
      }
      await page.getByRole('button', { name: 'Filters' }).click()
      await expectAccessible(page, 'runs that are selected, and the filters')
      await barIn(page).getByRole('button', { name: 'Collect' }).click()
      await expectAccessible(page, 'the dialog for collections')
      await page.keyboard.press('Escape')
      await barIn(page).getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
      await expectAccessible(page, 'the undo')
      await open(page, `${server.url}/library?trash=yes&q=nothing+like+it`)
      await expectAccessible(page, 'an empty answer')
      await page.getByRole('link', { name: 'Clear filters' }).click()
      await expect(page.getByText('30 days left').first()).toBeVisible()
      await expectAccessible(page, 'the trash')
      fs.rmSync(folder, { recursive: true, force: true })
    })
  })
