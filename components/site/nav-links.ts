/** The pages of the header, in their order. On a phone those that are not `first` are in its menu. */
export const navLinks = [
  { href: '/', title: 'Playground', isFirst: true },
  { href: '/library', title: 'Library', isFirst: true },
  { href: '/ranking', title: 'Ranking', isFirst: false },
  { href: '/models', title: 'Models', isFirst: false },
  { href: '/settings', title: 'Settings', isFirst: false },
] as const

type Href = (typeof navLinks)[number]['href']

/** Addresses that belong to a page of the header without lying below its own. */
const alsoWithin: Partial<Record<Href, readonly string[]>> = {
  '/': ['/runs'],
  '/settings': ['/ledger', '/shares'],
}

/** What is said of a link on the page at this address: it is that page, or the page lies within. */
export function currentLink(pathname: string, href: Href): 'page' | true | undefined {
  if (pathname === href) return 'page'
  const within = [...(href === '/' ? [] : [href]), ...(alsoWithin[href] ?? [])]
  return within.some((parent) => pathname === parent || pathname.startsWith(`${parent}/`)) || undefined
}
