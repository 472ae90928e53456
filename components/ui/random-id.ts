/** 128 random bits as text. Not `crypto.randomUUID`, which browsers keep from pages that came without TLS. */
export function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
