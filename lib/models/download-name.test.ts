import { expect, it } from 'vitest'
import { downloadName } from './download-name'

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
