import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { guardedGet, type GuardedGetOptions } from '@/lib/net/guarded-fetch'
import { assetLibraryForTests } from './asset-library-for-tests'
import { pictureLimits } from './picture-limits'
import { addPictureFromUrl } from './picture-from-url'
import { quartersPicture } from './quarters-picture'

let origin: string
const server = createServer((request, response) => {
  if (request.url === '/large') return response.end(Buffer.alloc(pictureLimits.bytes + 1))
  if (request.url === '/page.png') return response.end('<!doctype html>')
  void quartersPicture()
    .png()
    .toBuffer()
    .then((picture) => response.end(picture))
})
beforeEach(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const get = (url: string, options: GuardedGetOptions) =>
  guardedGet(url, { ...options, allowedOrigins: [origin] })

it('stores what the address gives, and refuses what is not a picture or too large', async () => {
  const { library } = assetLibraryForTests()
  const parts = { guardedGet: get, library }
  expect(await addPictureFromUrl(`${origin}/any`, parts)).toMatchObject({ type: 'image/png', width: 96 })
  await expect(addPictureFromUrl(`${origin}/page.png`, parts)).rejects.toMatchObject({
    code: 'not-a-picture',
  })
  await expect(addPictureFromUrl(`${origin}/large`, parts)).rejects.toThrow('larger than 50 MB')
})

it('never fetches from a private address', async () => {
  const { library } = assetLibraryForTests()
  await expect(addPictureFromUrl(`${origin}/any`, { guardedGet, library })).rejects.toMatchObject({
    code: 'private-address',
  })
})
