import { expect, it } from 'vitest'
import { decodeText } from './decode-text'

const text = 'Löwenzahn.jpg;grün'

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 that says so', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from(text, 'latin1')],
])('reads a list in %s', (_, bytes) => expect(decodeText(bytes)).toBe(text))

it('knows what is no text', () => {
  expect(decodeText(Buffer.from('PK\u0003\u0004\0\0'))).toBeUndefined()
  expect(decodeText(new Uint8Array())).toBe('')
})
