import { expect, it } from 'vitest'
import { downloadName, formatBytes, formatDuration } from './format'

it.each([
  [0, '0.0 s'],
  [4210, '4.2 s'],
  [58_900, '58 s'],
  [125_000, '2 min 5 s'],
])('%d ms is "%s"', (ms, text) => expect(formatDuration(ms)).toBe(text))

it.each([
  [12, '1 kB'],
  [819_700, '820 kB'],
  [1_440_000, '1.4 MB'],
])('%d bytes are "%s"', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

it.each([
  ['Make it watercolour!', 'image/png', 0, 'flux-dev-make-it-watercolour.png'],
  ['Mach’s größer', 'image/jpeg', 0, 'flux-dev-mach-s-gro-er.jpg'],
  ['🦊🦊', 'image/webp', 1, 'flux-dev-2.webp'],
  [undefined, 'image/png', 0, 'flux-dev.png'],
  ['../../etc/passwd', 'image/png', 0, 'flux-dev-etc-passwd.png'],
])('a download of %s as %s is called %s', (prompt, type, index, name) =>
  expect(downloadName('flux-dev', prompt, type, index)).toBe(name),
)

it('keeps a download’s name short', () => {
  expect(downloadName('flux-dev', 'word '.repeat(500), 'image/png', 0).length).toBeLessThan(80)
})
