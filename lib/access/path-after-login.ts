/**
 * Where a person goes after the login: a path of this site, whatever the address of the login page says. Anything that
 * a browser could take for another site is "/".
 */
export function pathAfterLogin(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/'
  const here = 'http://here.invalid'
  // Browsers read "/\evil.example" and "//evil.example" as another site, and so does URL.
  if (!URL.canParse(wanted, here)) return '/'
  const { origin, pathname, search } = new URL(wanted, here)
  if (origin !== here || pathname.startsWith('//') || pathname === '/login') return '/'
  return pathname + search
}
