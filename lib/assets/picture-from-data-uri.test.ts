import { describe, expect, it } from 'vitest'
import { readDataUri } from './picture-from-data-uri'

const bytes = Buffer.from('any bytes at all?>')

describe('a data URI', () => {
  it.each([
    `data:image/png;base64,${bytes.toString('base64')}`,
    `DATA:image/jpeg;name=x.jpg;BASE64,${bytes.toString('base64url')}`,
    `data:;base64,${bytes.toString('base64').replace(/.{5}/g, '$&\r\n')}`,
  ])('gives its bytes: %j', (uri) => {
    expect(Buffer.from(readDataUri(uri)).equals(bytes)).toBe(true)
  })

  it.each([
    'data:image/png,plain',
    'data:image/png;base64',
    'data:text/html;charset=base64,eA==',
    `data:${'x'.repeat(300)};base64,eA==`,
  ])('is refused when it is not base64: %j', (uri) => {
    expect(() => readDataUri(uri)).toThrow(
      'The data URI is not base64. It must begin like data:image/png;base64,',
    )
  })

  it('is refused with foreign characters in it', () => {
    expect(() => readDataUri('data:image/png;base64,ab%2Bcd')).toThrow('characters that are not base64')
  })

  it('is taken up to the limit to the byte, and refused beyond', () => {
    const uriOf = (size: number) => `data:image/png;base64,${Buffer.alloc(size).toString('base64')}`
    expect(readDataUri(uriOf(1000), 1000)).toHaveLength(1000)
    for (const size of [1001, 5000]) {
      expect(() => readDataUri(uriOf(size), 1000)).toThrow('the limit is 1 kB')
    }
  })

  it('of many megabytes is read', () => {
    const uri = `data:image/png;base64,${Buffer.alloc(40_000_000, 200).toString('base64')}`
    expect(readDataUri(uri)).toHaveLength(40_000_000)
  })
})
