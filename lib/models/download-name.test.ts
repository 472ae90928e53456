import { expect, it } from 'vitest'
import { batchDownloadName, downloadName, fileStem, uniqueNames } from './download-name'

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

it.each([
  ['cat.png', 'cat'],
  ['My cat (1).final.JPEG', 'My-cat-(1).final'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\photos\\cat?.png', 'C-photos-cat'],
  ['猫の写真.heic', '猫の写真'],
  ['.hidden', 'hidden'],
  ['.png', 'picture'],
  ['picture 3', 'picture-3'],
  ['🦊'.repeat(100) + '.png', '🦊'.repeat(64)],
])('what is made of %s begins with %s', (name, stem) => expect(fileStem(name)).toBe(stem))

it('calls a result of a batch after its file, and tells two of the same name apart', () => {
  const unique = uniqueNames()
  const name = (modelId?: string) =>
    unique(batchDownloadName('Cat.png', modelId, 'Watercolour', 'image/jpeg'))
  expect([name(), name(), name('flux-dev'), unique('cat-watercolour.jpg')]).toEqual([
    'Cat-watercolour.jpg',
    'Cat-watercolour-2.jpg',
    'Cat-flux-dev-watercolour.jpg',
    'cat-watercolour-3.jpg',
  ])
})
