import { expect, it } from 'vitest'
import { writeCsv } from './csv'

it('writes a table with a header, CRLF and empty fields', () => {
  const rows = [
    { cell: 'FLUX.1 Dev', time: 4.2, ok: true },
    { cell: 'b', time: null },
  ]
  expect(writeCsv(['cell', 'time', 'ok'], rows)).toBe('cell,time,ok\r\nFLUX.1 Dev,4.2,true\r\nb,,\r\n')
})

it('quotes what would end a field', () => {
  expect(writeCsv(['a'], [{ a: 'red, "blue"\nand green' }])).toBe('a\r\n"red, ""blue""\nand green"\r\n')
})

it.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx'])('takes the formula out of %j', (text) => {
  expect(writeCsv(['a'], [{ a: text }])).toMatch(/^a\r\n"?'/)
})

it('leaves numbers below zero what they are', () => {
  expect(writeCsv(['a'], [{ a: -3.5 }])).toBe('a\r\n-3.5\r\n')
})
