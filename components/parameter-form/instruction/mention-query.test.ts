import { describe, expect, it } from 'vitest'
import { isAskedFor, mentionQuery } from './mention-query'

const at = (text: string) => mentionQuery(text.replace('|', ''), text.indexOf('|'))

describe('what is typed after "@"', () => {
  it('asks for a picture where a word begins', () => {
    expect(at('@|')).toEqual({ start: 0, text: '' })
    expect(at('put @im| there')).toEqual({ start: 4, text: 'im' })
    expect(at('🐈@2|')).toEqual({ start: 2, text: '2' })
    expect(at('猫を@|')).toEqual({ start: 2, text: '' })
    expect(at(`${'x'.repeat(9990)} (@image1|)`)).toEqual({ start: 9992, text: 'image1' })
  })

  it('asks for nothing in an address, after a space, or elsewhere', () => {
    for (const text of ['a@b|', 'größe@|', '7@|', '@ |', '@1 and|', '|@', 'no.@x|', '@@|'])
      expect(at(text), text).toBeUndefined()
  })

  it('fits numbers and names', () => {
    const fitting = (query: string) => [1, 2, 12].filter((number) => isAskedFor(number, query))
    expect(fitting('')).toEqual([1, 2, 12])
    expect(fitting('1')).toEqual([1, 12])
    expect(fitting('IMAGE2')).toEqual([2])
    expect(fitting('cat')).toEqual([])
  })
})
