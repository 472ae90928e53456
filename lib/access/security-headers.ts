import 'server-only'
import { randomBytes } from 'node:crypto'

type Headers = Record<string, string>

/** On every answer of ours. HSTS only where the browser came by TLS: elsewhere it must not be said. */
function common(isTls: boolean): Headers {
  return {
    'x-content-type-options': 'nosniff',
    // Never an address with an unguessable link in it to another site.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    ...(isTls && { 'strict-transport-security': 'max-age=31536000' }),
  }
}

/** What the pages never use; what they use, the clipboard and the whole screen, is theirs alone. */
const permissions = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'usb'],
]
  .map((name) => `${name}=()`)
  .concat('clipboard-read=(self)', 'clipboard-write=(self)', 'fullscreen=(self)')
  .join(', ')

/** For what is no page: JSON, pictures, archives. Inert, should a browser ever be made to open it as a document. */
export function dataHeaders(isTls: boolean): Headers {
  return {
    ...common(isTls),
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** For a page: `nonce` is what its scripts must carry. */
export function pageHeaders({ nonce, isTls, isEmbed }: PageSecurity): Headers {
  return {
    ...common(isTls),
    'content-security-policy': contentSecurityPolicy({ nonce, isTls, isEmbed }),
    'permissions-policy': permissions,
    // For browsers that do not know frame-ancestors.
    ...(!isEmbed && { 'x-frame-options': 'DENY' }),
  }
}

interface PageSecurity {
  nonce: string
  isTls: boolean
  /** May be shown in a frame by others. */
  isEmbed: boolean
}

/**
 * Scripts by their nonce and what those load, nothing else; no other host at all. Styles may be inline: places and sizes
 * are `style` attributes, and Next's own error page brings its sheet; a style can't run anything. blob: and data: are
 * pictures made here, and workers that the bundler starts by a blob.
 */
export function contentSecurityPolicy({ nonce, isTls, isEmbed }: PageSecurity): string {
  const isDevelopment = process.env.NODE_ENV === 'development'
  return [
    "default-src 'none'",
    // React's development build makes functions of texts.
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self' blob: data:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isEmbed ? '*' : "'none'"}`,
    ...(isTls ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** For one answer: never twice the same. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64')
}

/**
 * Whether the browser came by TLS, which ends at a reverse proxy: PUBLIC_URL says so, or the proxy itself where it is
 * trusted (elsewhere this header never gets here, see client-address.ts), or the page that a change comes from.
 */
export function isBehindTls(
  headers: Pick<globalThis.Headers, 'get'>,
  publicUrl: string | undefined,
): boolean {
  if (headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https') return true
  if (headers.get('origin')?.startsWith('https:')) return true
  return publicUrl?.startsWith('https:') === true && new URL(publicUrl).host === headers.get('host')
}
