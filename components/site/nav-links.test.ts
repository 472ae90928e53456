import { expect, test } from 'vitest'
import { currentLink, navLinks } from './nav-links'

test.each([
  ['/', '/', 'page'],
  ['/runs/1', '/', true],
  ['/library', '/library', 'page'],
  ['/ledger', '/settings', true],
  ['/shares', '/settings', true],
  ['/runsome', undefined, undefined],
])('at %s the header’s link to %s is current', (pathname, href, as) => {
  const current = navLinks.flatMap((link) => {
    const said = currentLink(pathname, link.href)
    return said ? [[link.href, said]] : []
  })
  expect(current).toEqual(href ? [[href, as]] : [])
})
