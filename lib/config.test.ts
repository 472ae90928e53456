import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, isLoopback, readConfig } from './config'

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: path.resolve('.data'),
      databaseUrl: undefined,
      publicUrl: undefined,
      s3: undefined,
      providers: {
        vibedream: { apiKey: undefined, baseUrl: 'https://api.vibedream.ai' },
        wavespeed: { apiKey: undefined, baseUrl: 'https://api.wavespeed.ai' },
        bytecompute: { apiKey: undefined, baseUrl: 'https://us-01.bytecompute.ai' },
      },
    })
  })

  it('reads what is set, without the slash at the end and the blanks around a key', () => {
    const config = readConfig({
      VIBEDREAM_API_KEY: ' secret-key\n',
      WAVESPEED_BASE_URL: 'http://127.0.0.1:4400/wavespeed/',
      PUBLIC_URL: 'https://pictures.example/',
      DATABASE_URL: 'postgres://me:pass@db/diptych',
    })
    expect(config.providers.vibedream.apiKey).toBe('secret-key')
    expect(config.providers.wavespeed.baseUrl).toBe('http://127.0.0.1:4400/wavespeed')
    expect(config.publicUrl).toBe('https://pictures.example')
    expect(config.databaseUrl).toBe('postgres://me:pass@db/diptych')
  })

  it('lets others reach it where there is a password', () => {
    const config = readConfig({ HOST: '0.0.0.0', ACCESS_PASSWORD: 'a long one', TRUST_PROXY: '1' })
    expect(config).toMatchObject({ host: '0.0.0.0', accessPassword: 'a long one', trustedProxies: 1 })
  })

  it('treats a blank key as none', () => {
    expect(readConfig({ VIBEDREAM_API_KEY: ' ' }).providers.vibedream.apiKey).toBeUndefined()
  })

  it.each([
    ['HOST', { HOST: '0.0.0.0' }],
    ['HOST', { HOST: '192.168.1.4' }],
    ['ACCESS_PASSWORD', { HOST: '0.0.0.0', ACCESS_PASSWORD: '' }],
    ['ACCESS_PASSWORD', { ACCESS_PASSWORD: 'short' }],
    ['ACCESS_PASSWORD', { ACCESS_PASSWORD: 'long enough but\n' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'pictures.example' }],
    ['VIBEDREAM_BASE_URL', { VIBEDREAM_BASE_URL: 'ftp://api.vibedream.ai' }],
    ['WAVESPEED_BASE_URL', { WAVESPEED_BASE_URL: 'https://user:password@api.wavespeed.ai' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['AWS_SECRET_ACCESS_KEY', { S3_BUCKET: 'pictures', AWS_ACCESS_KEY_ID: 'id' }],
  ])('names %s when it can’t be used, and says what to do', (variable, environment) => {
    const read = () => readConfig(environment)
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(variable)
  })

  it('repeats no password in what it says', () => {
    for (const environment of [{ DATABASE_URL: 'mysql://me:hunter2@db' }, { ACCESS_PASSWORD: 'hunter2' }])
      expect(() => readConfig(environment)).toThrow(
        expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
      )
  })
})

describe('loopback', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]'])('%s is', (host) => {
    expect(isLoopback(host)).toBe(true)
  })
  it.each(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example.com', 'localhost.example.com'])(
    '%s is not',
    (host) => {
      expect(isLoopback(host)).toBe(false)
    },
  )
})
