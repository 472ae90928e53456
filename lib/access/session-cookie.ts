import 'server-only'

const name = 'diptych_session'
/** Seconds; the longest that browsers keep. When a login ends is decided here, by when it was last used. */
const maxAge = 400 * 24 * 3600

/** The id of the login in a Cookie header; undefined if there is none. */
export function sessionIdIn(cookies: string | null): string | undefined {
  const [, id] = new RegExp(`(?:^|;)\\s*${name}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '') ?? []
  return id
}

/** For Set-Cookie. Without an id it takes the cookie away. */
export function sessionCookie(id: string | undefined, isTls: boolean): string {
  const parts = [`${name}=${id ?? ''}`, 'Path=/', `Max-Age=${id ? maxAge : 0}`, 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...(isTls ? ['Secure'] : [])].join('; ')
}
