import 'server-only'
import path from 'node:path'
import { providerIds, providers, type ProviderId } from '@/lib/models/providers'

/**
 * Everything the environment decides, read and checked once. Not here: what the sandbox reads for itself wherever it
 * runs, SANDBOX_FAULT and SANDBOX_LATENCY_MS (lib/sandbox/server/start-sandbox.ts).
 */
export interface Config {
  host: string
  port: number
  /** Absolute path. */
  dataFolder: string
  databaseUrl?: string
  /** Origin under which the outside reaches this server, without a trailing slash. */
  publicUrl?: string
  /** What a person must know to get in; undefined on loopback only, where nobody else is. */
  accessPassword?: string
  /** How many reverse proxies of ours each request passes, whose X-Forwarded-… is believed. */
  trustedProxies: number
  s3?: { bucket: string; endpoint?: string; region: string; accessKeyId: string; secretAccessKey: string }
  providers: Record<ProviderId, { apiKey?: string; baseUrl: string }>
}

/** Says which variable is wrong and what to set. Never contains a key. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = Record<string, string | undefined>

/** Reads the configuration; throws `ConfigError` at the first variable that can't be used. */
export function readConfig(environment: Environment): Config {
  const host = environment.HOST || '127.0.0.1'
  const accessPassword = readPassword(environment.ACCESS_PASSWORD)
  if (!isLoopback(host) && accessPassword === undefined)
    throw new ConfigError(
      `HOST is ${host}, which others can reach, and there is no password: it would let anyone spend your money. ` +
        'Set ACCESS_PASSWORD to a long one, which the login page will then ask for. Or: Leave HOST unset (127.0.0.1), ' +
        'and only this machine gets in.',
    )
  return {
    host,
    port: readPort(environment.PORT),
    // Told to the bundler, which would otherwise trace the whole project into every route.
    dataFolder: path.resolve(/* turbopackIgnore: true */ environment.DATA_DIR || '.data'),
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    publicUrl: environment.PUBLIC_URL ? readUrl('PUBLIC_URL', environment.PUBLIC_URL) : undefined,
    accessPassword,
    trustedProxies: readTrustedProxies(environment.TRUST_PROXY),
    s3: readS3(environment),
    providers: Object.fromEntries(
      providerIds.map((id) => {
        const { keyVariable, baseUrlVariable, defaultBaseUrl } = providers[id]
        const baseUrl = readUrl(baseUrlVariable, environment[baseUrlVariable] || defaultBaseUrl)
        return [id, { apiKey: environment[keyVariable]?.trim() || undefined, baseUrl }]
      }),
    ) as Config['providers'],
  }
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

const fewestLetters = 8

function readPassword(text: string | undefined): string | undefined {
  if (!text) return undefined
  // The text is not repeated.
  if (text.length < fewestLetters || text.trim() !== text)
    throw new ConfigError(
      `ACCESS_PASSWORD must have at least ${fewestLetters} characters, and no blank at its beginning or end. Set a longer one.`,
    )
  return text
}

function readTrustedProxies(text: string | undefined): number {
  const count = Number(text || 0)
  if (Number.isInteger(count) && count >= 0 && count <= 10) return count
  throw new ConfigError(
    `TRUST_PROXY is "${text}". Set it to how many reverse proxies stand before Diptych, mostly 1, or leave it unset for none.`,
  )
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port
  throw new ConfigError(`PORT is "${text}". Set it to a number from 1 to 65535, or leave it unset for 3000.`)
}

function readUrl(variable: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new ConfigError(
      `${variable} is not a plain http(s) address. Set it to something like https://api.example.com.`,
    )
  return url.href.replace(/\/+$/, '')
}

function readDatabaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined
  // The text may hold a password: it is not repeated.
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text))
    throw new ConfigError(
      'DATABASE_URL must look like postgres://user:password@host:5432/name, with special characters in the password ' +
        'percent-encoded. Leave it unset for the embedded database.',
    )
  return text
}

function readS3(environment: Environment): Config['s3'] {
  const bucket = environment.S3_BUCKET
  if (!bucket) return undefined
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  if (!accessKeyId || !secretAccessKey)
    throw new ConfigError(
      'S3_BUCKET is set but AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing. Set both.',
    )
  const endpoint = environment.S3_ENDPOINT ? readUrl('S3_ENDPOINT', environment.S3_ENDPOINT) : undefined
  return { bucket, endpoint, region: environment.S3_REGION || 'us-east-1', accessKeyId, secretAccessKey }
}
