import fs from 'node:fs'
import path from 'node:path'
import { expectAccessible } from './accessible'
import { rawRequest, sampleFile } from './api-client'
import { root, type DiptychServer } from './diptych-server'
import { addSample, hydrated, instructionIn, open, runStarted, sliderIn } from './playground-page'
import { screens } from './screens'
import { expect, test } from './test'

const password = 'open sesame, Marabout'
const marker = 'black and white lighthouse'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** What answers without a login, and how: whoever adds a route that does must name it here. */
const openTo: Record<string, (method: string) => number[]> = {
  '/health': () => [200, 405],
  '/login': (method) => (method === 'GET' || method === 'HEAD' ? [200] : [200, 401, 405]),
  '/oembed': () => [404, 405, 422],
  '/s/[token]': () => [200, 401, 404],
  '/s/[token]/picture.png': () => [404, 405],
  '/s/[token]/pictures/[name]': () => [404, 405],
  '/s/[token]/votes': () => [404, 405],
  '/embed/[token]': () => [200, 401, 404],
  // By a signature only.
  '/pictures/[id]': () => [404, 405],
  // Log in; log out what is no login.
  '/api/v1/session': (method) => (method === 'DELETE' ? [200] : [400, 405, 413]),
  // Next's own files, in Brotli.
  '/chunks/[file]': () => [404, 405],
}

test.describe('without a login', () => {
  test('every route, action, file and crooked path gives nothing away', async ({ diptych }) => {
    const server = await diptych({ env: { ACCESS_PASSWORD: password } })
    const stored = await fill(server)
    const seen: string[] = []
    const ask = async (at: string, method: string, headers: Record<string, string> = {}, body?: string) => {
      const answer = await rawRequest(server.url + at, { method, headers, body })
      // A redirect repeats what was asked for.
      if (answer.status !== 307) seen.push(answer.text)
      return answer
    }

    const routes = routesOf(path.join(root, 'app'))
    expect(routes.length).toBeGreaterThan(30)
    for (const route of routes) {
      const at = addressOf(route, stored)
      const asked = [...methods.map((method) => [method, '*/*'] as const), ['GET', 'text/html'] as const]
      await Promise.all(
        asked.map(async ([method, accept]) => {
          const { status, headers } = await ask(at, method, { accept })
          const allowed = openTo[route]?.(method) ?? [401, 405]
          if (!openTo[route] && status === 307) expect(headers.location, at).toMatch(/^\/login(\?to=|$)/)
          else expect(allowed, `${method} ${at} (${accept}) answers ${status}`).toContain(status)
        }),
      )
    }

    for (const file of filesBelow(path.join(root, 'public')))
      expect((await ask(`/${file}`, 'GET')).status, file).toBe(401)

    // Past the router, past the proxy, around the prefixes.
    const crooked = [
      ...[
        '/_next/static/../../library',
        '/_next/static/%2e%2e/%2e%2e/library',
        '/s/../library',
        '/login/../library',
      ],
      ...[
        '/s/%2e%2e/library',
        '/api/../library',
        '/embed/x/../../library',
        '/LIBRARY',
        '/library.rsc',
        '/index.rsc',
      ],
      ...[
        '/_next/data/x/library.json',
        '/_next/image?url=/samples/animal-cat.jpg&w=640&q=75',
        '/icon.svg/../library',
      ],
      ...[
        `/login/../runs/${stored.run}`,
        `/s/x/../../assets/${stored.asset}`,
        `/assets/${stored.asset}/../x`,
      ],
      ...[
        `/assets/${stored.asset.toUpperCase()}`,
        `/assets/${stored.asset}/99`,
        '/health/../library',
        '/_next/static/../server/middleware.js',
      ],
    ]
    for (const at of crooked) {
      const { status, text } = await ask(at, 'GET', { accept: 'text/html', rsc: '1' })
      expect([307, 308, 401, 404], `${at} answers ${status}`).toContain(status)
      // Where a redirect leads is asked above.
      if (status < 400) expect(text.length, at).toBeLessThan(200)
    }

    const plan = JSON.stringify([
      {
        input: { prompt: marker, images: [stored.asset] },
        choices: [{ modelId: 'flux-2-klein-9b-edit', values: {} }],
      },
      'crawl',
    ])
    const actions = actionsOf()
    expect(actions.length).toBeGreaterThan(1)
    for (const action of actions)
      for (const at of [
        '/',
        '/login',
        `/runs/${stored.run}`,
        '/s/x',
        '/embed/x',
        '/api/x',
        '/s/x/votes',
        '/health',
      ]) {
        const body = action.name === 'submitRun' ? plan : JSON.stringify([stored.prediction])
        const called = await ask(at, 'POST', { 'next-action': action.id, 'content-type': 'text/plain' }, body)
        expect([401, 404, 405, 422, 400], `${action.name} at ${at} answers ${called.status}`).toContain(
          called.status,
        )
        const form = `--x\r\ncontent-disposition: form-data; name="$ACTION_ID_${action.id}"\r\n\r\n\r\n--x--\r\n`
        const asForm = await ask(at, 'POST', { 'content-type': 'multipart/form-data; boundary=x' }, form)
        expect([401, 404, 405, 422, 400], `${action.name} by form at ${at}`).toContain(asForm.status)
      }
    expect(await stored.countRuns()).toBe(1)

    const told = seen.join('\n')
    for (const secret of [marker, stored.run, stored.prediction, password, stored.token, 'Nightly script'])
      expect(told.includes(secret), `${secret.slice(0, 12)}… is told to nobody`).toBe(false)
    expect(server.log()).not.toContain(password)
    for (const file of filesBelow(server.dataFolder)) {
      const text = fs.readFileSync(path.join(server.dataFolder, file)).toString('latin1')
      for (const secret of [password, stored.token, stored.session])
        expect(text.includes(secret), `a secret in ${file}`).toBe(false)
    }
  })

  test('guesses must wait, whatever address they claim', async ({ diptych }) => {
    const server = await diptych({ env: { ACCESS_PASSWORD: password } })
    const guess = (index: number) =>
      fetch(`${server.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${index}` },
        body: JSON.stringify({ password: index < 6 ? 'guess' : password }),
      })
    for (let index = 1; index < 6; index++) expect((await guess(index)).status).toBe(401)
    const late = await guess(6)
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await late.json()).toEqual({
      code: 'too-many-tries',
      error: expect.stringMatching(/^Too many wrong passwords\. Try again in \d+ s\.$/),
    })
  })
})

test('in by the password, back to where one wanted to go, and out again', async ({
  diptych,
  page,
  expected,
}) => {
  expected.push(/Failed to load resource.*40[14]/)
  const server = await diptych({ env: { ACCESS_PASSWORD: password } })

  await test.step('a wrong password is told, and can be looked at', async () => {
    await page.goto(`${server.url}/library?before=x`)
    await expect(page).toHaveURL(`${server.url}/login?to=%2Flibrary%3Fbefore%3Dx`)
    await hydrated(page)
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
    const field = page.getByLabel('Password', { exact: true })
    await expect(field).toBeFocused()
    await page.keyboard.type('open sesame')
    await page.getByRole('button', { name: 'Show the password' }).click()
    await expect(field).toHaveAttribute('type', 'text')
    await field.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'That is not the password.' })).toBeVisible()
    await field.fill(password)
    await field.press('Enter')
    await expect(page).toHaveURL(`${server.url}/library?before=x`)
  })

  await test.step('a strict policy, and all of the page within it', async () => {
    const answer = await page.goto(`${server.url}/`)
    const headers = answer?.headers() ?? {}
    const [, nonce = ''] =
      /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(headers['content-security-policy'] ?? '') ?? []
    expect(nonce.length).toBeGreaterThan(20)
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect(headers).not.toHaveProperty('strict-transport-security')
    const html = (await answer?.text()) ?? ''
    const scripts = html.match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(3)
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
    expect(html).not.toMatch(/ on(click|load|error)=/)
    const again = (await page.request.get(`${server.url}/`)).headers()['content-security-policy']
    expect(again).not.toContain(nonce)
  })

  await test.step('the playground works as it does without', async () => {
    await hydrated(page)
    await page.getByRole('button', { name: /^Colours:/ }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await addSample(page, 'Cat')
    await instructionIn(page).fill('Make it black and white')
    await instructionIn(page).press('Control+Enter')
    await runStarted(page, server.url)
    await expect(sliderIn(page)).toBeVisible({ timeout: 60_000 })
  })

  let secret = ''
  await test.step('a token is shown once, works, and is revoked', async () => {
    await page.getByRole('link', { name: 'Settings' }).first().click()
    await expect(page.getByRole('heading', { name: 'API tokens' })).toBeVisible()
    await page.getByRole('button', { name: 'Make a token' }).click()
    await expect(page.getByText(/^Give the token a name/)).toBeVisible()
    await page.getByLabel('Name', { exact: true }).fill('Nightly script')
    await page.getByLabel(/^Budget a month/).fill('2.50')
    await page.getByRole('button', { name: 'Make a token' }).click()
    secret = await page.getByText(/^diptych_/).innerText()
    await expect(page.getByText(/At most \$2\.50 a month · made .* · never used/)).toBeVisible()
    const models = () =>
      fetch(`${server.url}/api/v1/models`, { headers: { authorization: `Bearer ${secret}` } })
    expect((await models()).status).toBe(200)
    await open(page, `${server.url}/settings`)
    await expect(page.getByText(/last used/)).toBeVisible()
    expect(await page.content()).not.toContain(secret)
    await page.getByRole('button', { name: 'Revoke Nightly script' }).click()
    await page.getByRole('button', { name: 'Revoke “Nightly script”' }).click()
    await expect(page.getByText('Nightly script')).toHaveCount(0)
    expect((await models()).status).toBe(401)
  })

  await test.step('a login that has ended is told, and nothing is sent', async () => {
    await open(page, `${server.url}/`)
    await instructionIn(page).fill('Make it sepia')
    const cookies = await page.context().cookies()
    expect(cookies.find(({ name }) => name === 'diptych_session')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
    })
    await page.context().clearCookies({ name: 'diptych_session' })
    await instructionIn(page).press('Control+Enter')
    await expect(page.getByText(/^You are logged out\. Log in again in another tab/).first()).toBeVisible()
    await page.context().addCookies(cookies)
  })

  await test.step('log out everywhere closes the door', async () => {
    await open(page, `${server.url}/settings`)
    await page.getByRole('button', { name: 'Log out everywhere' }).click()
    await expect(page).toHaveURL(/\/login\?to=%2Fsettings$/)
    await page.context().addCookies([])
    await page.goto(`${server.url}/library`)
    await expect(page).toHaveURL(/\/login\?to=%2Flibrary$/)
  })
  expect(server.log()).not.toContain(password)
})

for (const { name, use } of screens)
  test.describe(name, () => {
    test.use(use)
    test('axe has nothing to say of login and settings, and the header fits', async ({
      diptych,
      page,
      expected,
    }) => {
      expected.push(/Failed to load resource.*401/)
      const server = await diptych({ env: { ACCESS_PASSWORD: password } })
      await open(page, `${server.url}/login?to=/settings`)
      await page.getByRole('button', { name: 'Log in' }).click()
      await expect(page.getByText('Type the password.')).toBeVisible()
      await expectAccessible(page, 'the login')
      await page.getByLabel('Password', { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`${server.url}/settings`)
      await hydrated(page)
      await page.getByLabel('Name', { exact: true }).fill('Nightly script')
      await page.getByRole('button', { name: 'Make a token' }).click()
      await expect(page.getByText(/^diptych_/)).toBeVisible()
      await page.getByRole('button', { name: 'Revoke Nightly script' }).click()
      await expectAccessible(page, 'the settings')
      if (use.viewport.width > 400) return
      await page.getByRole('button', { name: 'More pages' }).click()
      await expectAccessible(page, 'the menu')
      await page.getByRole('link', { name: 'Ranking' }).click()
      await expect(page.getByRole('heading', { name: 'Ranking' })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Settings' })).toBeHidden()
    })
  })

interface Stored {
  run: string
  prediction: string
  asset: string
  token: string
  session: string
  countRuns(): Promise<number>
}

/** One run with its pictures, a token and a login: what must not be told. */
async function fill(server: DiptychServer): Promise<Stored> {
  const post = (at: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url + at, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const login = await post('/api/v1/session', { password })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { secret: token } = (await (
    await post('/api/v1/tokens', { name: 'Nightly script' }, { cookie })
  ).json()) as {
    secret: string
  }
  const headers = { authorization: `Bearer ${token}` }
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(fs.readFileSync(sampleFile))]), 'picture')
  const uploaded = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', body: form, headers })
  const { id: asset } = (await uploaded.json()) as { id: string }
  const made = await post(
    '/api/v1/models/flux-2-klein-9b-edit/generate',
    { prompt: marker, images: [asset] },
    headers,
  )
  const { id: prediction } = (await made.json()) as { id: string }
  const view = (await (
    await fetch(`${server.url}/api/v1/predictions/${prediction}`, { headers })
  ).json()) as {
    runId: string
  }
  return {
    run: view.runId,
    prediction,
    asset,
    token,
    session: cookie.split('=')[1] ?? '',
    async countRuns() {
      const answer = await fetch(`${server.url}/api/v1/instructions?limit=50`, { headers: { cookie } })
      return JSON.stringify(await answer.json()).split(marker).length - 1
    },
  }
}

/** Every page and route handler as Next addresses it, from the files themselves: none can be forgotten. */
function routesOf(folder: string): string[] {
  return filesBelow(folder)
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map((file) => `/${path.dirname(file).replace(/^\.$/, '')}`.replace(/\/\([^)]*\)/g, '') || '/')
}

/** With ids of what is really there, so that a closed door is not mistaken for an empty room. */
function addressOf(route: string, stored: Stored): string {
  const own = /\/(assets|pictures)\//.test(route)
    ? stored.asset
    : /predictions/.test(route)
      ? stored.prediction
      : stored.run
  return route
    .replace('[id]', own)
    .replace('[width]', '640')
    .replace(/\[\.\.\.\w+\]/, 'x/y')
    .replace(/\[\w+\]/g, 'x')
}

function actionsOf(): { id: string; name: string }[] {
  const manifest = JSON.parse(
    fs.readFileSync(path.join(root, '.next/server/server-reference-manifest.json'), 'utf8'),
  ) as { node: Record<string, { exportedName: string }> }
  return Object.entries(manifest.node).map(([id, { exportedName }]) => ({ id, name: exportedName }))
}

function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}
