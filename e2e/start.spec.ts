import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { finished, generate, upload } from './api-client'
import { spawnDiptych } from './diptych-server'
import { freePort } from './free-port'
import { expect, test } from './test'

const refusals: { title: string; env: Record<string, string>; says: RegExp }[] = [
  {
    title: 'an address that others can reach',
    env: { HOST: '0.0.0.0' },
    says: /HOST is 0\.0\.0\.0, which others can reach, .+ Set ACCESS_PASSWORD .+ Leave HOST unset/,
  },
  {
    title: 'a password that is soon guessed',
    env: { HOST: '0.0.0.0', ACCESS_PASSWORD: 'geheim' },
    says: /can’t start\. ACCESS_PASSWORD must have at least 8 characters/,
  },
  { title: 'a port that is none', env: { PORT: 'abc' }, says: /'abc' is not a non-negative number/ },
  {
    title: 'a PUBLIC_URL that is none',
    env: { PUBLIC_URL: 'my-server' },
    says: /can’t start\. PUBLIC_URL is not a plain http\(s\) address\. Set it to something like/,
  },
  {
    title: 'a base URL that is none',
    env: { WAVESPEED_BASE_URL: 'ftp://files.example' },
    says: /can’t start\. WAVESPEED_BASE_URL is not a plain http\(s\) address\./,
  },
  {
    title: 'a database that does not answer',
    env: { DATABASE_URL: 'postgres://person:geheim@127.0.0.1:1/diptych' },
    says: /can’t start\. The database at DATABASE_URL can’t be opened: .+\./,
  },
]

for (const { title, env, says } of refusals) {
  test(`${title} is refused with a sentence, and the process ends`, async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-e2e-'))
    const child = spawnDiptych({ DATA_DIR: folder, PORT: String(await freePort()), ...env })
    let log = ''
    child.stdout?.on('data', (text) => (log += text))
    child.stderr?.on('data', (text) => (log += text))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    fs.rmSync(folder, { recursive: true, force: true })
    expect(code).toBe(1)
    expect(log).toMatch(says)
    expect(log).not.toContain('geheim')
  })
}

test('a second process on the same folder serves pages, and takes over when the first is killed', async ({
  diptych,
}) => {
  const first = await diptych()
  const second = await diptych({ dataFolder: first.dataFolder })
  await expect.poll(() => second.log()).toContain('another process works on this data folder')
  const { body: picture } = await upload(second.url)
  const values = { prompt: 'black and white', images: [picture.id] }

  const before = await generate(second.url, 'flux-2-klein-9b-edit', values)
  expect((await finished(second.url, before.body.id)).status).toBe('completed')

  await first.kill()
  const after = await generate(second.url, 'flux2-klein-4b', values)
  expect((await finished(second.url, after.body.id)).status).toBe('completed')
  expect((await finished(second.url, before.body.id)).status).toBe('completed')
})

test('SIGTERM during runs ends in order, and the next start goes on with them', async ({ diptych }) => {
  // Long enough to be caught at work, short enough to wait for.
  const server = await diptych({ env: { SANDBOX_LATENCY_MS: '3000-3000' } })
  const { body: picture } = await upload(server.url)
  const values = { prompt: 'black and white', images: [picture.id] }
  const stateOf = async (id: string) =>
    (await (await fetch(`${server.url}/api/v1/predictions/${id}`)).json()).state as string

  const polled = await generate(server.url, 'flux-2-klein-base-9b-edit', values)
  const inOneExchange = await generate(server.url, 'flux2-klein-4b', values)
  await expect.poll(() => stateOf(polled.body.id)).toBe('running')
  await expect.poll(() => stateOf(inOneExchange.body.id)).toBe('submitting')

  expect(await server.stop()).toBe(0)
  await server.start()
  // The submit in flight was waited for: its answer came only once.
  expect((await finished(server.url, inOneExchange.body.id)).status).toBe('completed')
  expect((await finished(server.url, polled.body.id)).status).toBe('completed')
})
