import 'server-only'
import { createHash, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 256 random bits as 43 letters: for ids that let someone in. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Enough for a random secret, from which nobody gets back by trying; not for a password. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** In a time that says nothing of how much of them is alike, nor of how long the right one is. */
export function isSameText(given: string, right: string): boolean {
  const key = randomBytes(32)
  return timingSafeEqual(Buffer.from(keyedHash(key, given)), Buffer.from(keyedHash(key, right)))
}

/** 32 bytes from a password, slow to try out. */
export function keyFromPassword(password: string, salt: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
    scrypt(password, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
