import 'server-only'

/** The addresses that may get the key: those below one base URL, and nothing else. */
export interface OwnAddress {
  origin: string
  /** A path the provider's pages document, below the base URL and its prefix. */
  documented(path: string): URL
  /** A path kept from an earlier answer, below the origin; undefined if it leads elsewhere ("//other.host"). */
  kept(path: string | undefined): URL | undefined
  /** Path and query of a URL the provider told, if it lies on the provider's own origin; it may move with the base URL. */
  keep(url: string | undefined): string | undefined
}

export function ownAddress(baseUrl: string): OwnAddress {
  const base = new URL(baseUrl)
  const prefix = base.pathname.replace(/\/+$/, '')

  function kept(path: string | undefined): URL | undefined {
    if (!path || !URL.canParse(path, base.origin)) return undefined
    const url = new URL(path, base.origin)
    return url.origin === base.origin ? url : undefined
  }

  return {
    origin: base.origin,
    documented: (path) => new URL(base.origin + prefix + path),
    kept,
    keep(told) {
      if (!told || !URL.canParse(told)) return undefined
      const { origin, pathname, search } = new URL(told)
      const path = pathname + search
      // "http://own//other.host/x" has an own origin and a path that would lead away.
      return origin === base.origin && kept(path) ? path : undefined
    },
  }
}
