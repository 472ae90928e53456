import { expect, it } from 'vitest'
import { hasFilters, libraryAddress, readLibraryQuery, withoutFilters } from '@/lib/library/library-query'
import { filterTexts } from './filter-texts'

const address =
  'q=a+night&model=flux-dev&provider=wavespeed&state=failed&star=yes&mask=no&from=2026-11-01&to=2026-11-21' +
  '&min=2&max=150&collection=c&sort=dearest'

it('says every filter of an address, and how to be without it', () => {
  const query = readLibraryQuery(new URLSearchParams(address))
  expect(libraryAddress(query)).toBe(`/library?${address}`)
  expect(filterTexts(query).map(({ text }) => text)).toEqual([
    '“a night”',
    'FLUX.1 Dev',
    'WaveSpeed',
    'Failed',
    'Starred',
    'Without a mask',
    '2026-11-01 to 2026-11-21',
    '2¢ to $1.50',
  ])
  const bare = filterTexts(query).reduce((known, { without }) => ({ ...known, ...without }), query)
  expect(hasFilters(bare)).toBe(false)
  expect(libraryAddress(bare)).toBe(libraryAddress(withoutFilters(query)))
  expect(filterTexts(readLibraryQuery({ from: '2026-11-01', max: '3' })).map(({ text }) => text)).toEqual([
    'from 2026-11-01',
    'up to 3¢',
  ])
})

it('leaves out what of an address is wrong or empty', () => {
  const wrong = {
    q: '',
    model: ['flux-dev', 'x'],
    provider: 'nobody',
    from: '2026-13-99',
    min: '-1',
    sort: 'best',
  }
  expect(readLibraryQuery(wrong)).toEqual({ model: 'flux-dev', sort: 'newest' })
  expect(libraryAddress(readLibraryQuery({}))).toBe('/library')
})
