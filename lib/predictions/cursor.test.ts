import { expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor'

it('comes back from a link as it went in', () => {
  const cursor = { createdAt: 1763722800000, id: '550e8400-e29b-41d4-a716-446655440000' }
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
})

it.each([undefined, '', 'x', '12~', "12~' or 1=1", `12~${'a'.repeat(65)}`, '9'.repeat(16) + '~a'])(
  'reads %s as none',
  (text) => expect(readCursor(text)).toBeUndefined(),
)
