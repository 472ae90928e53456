import { beforeEach, describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/assets/asset'
import { assetLibraryForTests } from '@/lib/assets/asset-library-for-tests'
import { quartersPicture } from '@/lib/assets/quarters-picture'
import { resolvePicture } from './resolve-picture'

const publicUrl = 'https://pictures.example'
let library: ReturnType<typeof assetLibraryForTests>['library']
let stored: Asset
beforeEach(async () => {
  library = assetLibraryForTests().library
  stored = await library.addPicture(await quartersPicture().png().toBuffer())
})
const resolve = (reference: string) => resolvePicture(library, publicUrl, reference)

describe('a reference to a picture', () => {
  it.each([
    ['its id', (id: string) => id],
    ['our own path', (id: string) => `/assets/${id}`],
    ['our own URL', (id: string) => `http://127.0.0.1:3000/assets/${id}`],
    ['our own URL by name', (id: string) => `http://localhost:3000/assets/${id}`],
    ['our public URL', (id: string) => `${publicUrl}/assets/${id}`],
    ['our URL by a name of the network', (id: string) => `http://10.0.0.1:3000/assets/${id}`],
  ])('may be %s', async (_, reference) => {
    expect(await resolve(reference(stored.id))).toEqual(stored)
  })

  it('may be a data URI', async () => {
    const bytes = await quartersPicture().png().toBuffer()
    expect(await resolve(`data:image/png;base64,${bytes.toString('base64')}`)).toEqual(stored)
  })

  it('names an id that is not stored', async () => {
    const unknown = 'f'.repeat(64)
    await expect(resolve(unknown)).rejects.toThrow(`There is no picture ${unknown} here. Upload it again.`)
  })

  it('is fetched, guardedly, when it is anywhere else', async () => {
    await expect(resolve(`http://10.0.0.1/assets/${'f'.repeat(64)}`)).rejects.toMatchObject({
      code: 'private-address',
    })
    await expect(resolve('http://169.254.169.254/latest/meta-data')).rejects.toMatchObject({
      code: 'private-address',
    })
    await expect(resolve('file:///etc/passwd')).rejects.toMatchObject({ code: 'not-http' })
  })
})
