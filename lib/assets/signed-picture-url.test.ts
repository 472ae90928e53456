import { describe, expect, it } from 'vitest'
import { signPicturePath, verifyPicturePath } from './signed-picture-url'

const id = 'a'.repeat(64)
const secret = 'a secret of at least thirty-two bytes'
const time = 1_700_000_000_000
const at = (milliseconds: number) => ({ secret, now: () => milliseconds })
const queryOf = (path: string) => new URL(path, 'http://host').searchParams

describe('a signed picture path', () => {
  const path = signPicturePath(id, at(time))

  it('opens its own picture for an hour', () => {
    expect(path).toMatch(new RegExp(`^/pictures/${id}\\?as=picture&expires=1700003600&signature=[\\w-]{43}$`))
    expect(verifyPicturePath(id, queryOf(path), at(time))).toBe('picture')
    expect(verifyPicturePath(id, queryOf(path), at(time + 3_599_000))).toBe('picture')
    expect(verifyPicturePath(id, queryOf(path), at(time + 3_600_000))).toBeUndefined()
  })

  it('says when a mask is meant', () => {
    const mask = signPicturePath(id, { ...at(time), as: 'mask', seconds: 60 })
    expect(verifyPicturePath(id, queryOf(mask), at(time))).toBe('mask')
    expect(verifyPicturePath(id, queryOf(mask), at(time + 61_000))).toBeUndefined()
  })

  it.each([
    ['another picture', 'b'.repeat(64), path],
    ['a later end', id, path.replace('expires=17', 'expires=18')],
    ['another use', id, path.replace('as=picture', 'as=mask')],
    ['an unknown use', id, path.replace('as=picture', 'as=original')],
    ['a changed signature', id, path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A')],
    ['a short signature', id, path.slice(0, -1)],
    ['no signature', id, path.replace(/&signature.*/, '')],
    ['no end', id, path.replace(/&expires=\d+/, '')],
    ['another secret', id, signPicturePath(id, { secret: 'other', now: () => time })],
  ])('does not open with %s', (_name, asked, altered) => {
    expect(verifyPicturePath(asked, queryOf(altered), at(time))).toBeUndefined()
  })
})
