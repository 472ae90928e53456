import { expect, it } from 'vitest'
import { sharp } from '@/lib/assets/sharp-settings'
import { cleanPicture } from './clean-picture'
import { writeParameters } from './picture-parameters'

const written = { instruction: 'Größer & <rot> 🐈', parameters: { model: 'FLUX.1 Dev', seed: 42 } }
const picture = () => sharp({ create: { width: 20, height: 10, channels: 3, background: '#4a8' } })

it.each(['png', 'jpeg'] as const)('writes into a %s and leaves its pixels alone', async (format) => {
  const type = `image/${format}` as const
  const file = await picture().toFormat(format).toBuffer()
  const made = Buffer.from(writeParameters(file, type, written))
  const metadata = await sharp(made, { failOn: 'warning' }).metadata()
  const texts = (metadata.comments ?? []).map(({ keyword, text }) => [keyword, text])
  if (format === 'png')
    expect(texts).toEqual([
      ['Description', written.instruction],
      ['Software', 'Diptych'],
      ['parameters', JSON.stringify(written.parameters)],
    ])
  else {
    const xmp = metadata.xmp?.toString() ?? ''
    expect(xmp).toContain('Größer &#38; &#60;rot&#62; 🐈')
    expect(xmp).toContain('<diptych:parameters>{"model":"FLUX.1 Dev","seed":42}</diptych:parameters>')
  }
  const [before, after] = await Promise.all([file, made].map((one) => sharp(one).raw().toBuffer()))
  expect(after?.equals(before!)).toBe(true)
  // What is written on wish is not in what a link serves.
  expect(Buffer.from(cleanPicture(made, type)).includes('Diptych')).toBe(false)
})

it('writes less where it would be too much for a JPEG', async () => {
  const file = await picture().jpeg().toBuffer()
  const made = writeParameters(file, 'image/jpeg', { ...written, instruction: 'x'.repeat(70_000) })
  expect((await sharp(made, { failOn: 'warning' }).metadata()).xmp?.toString()).toContain('Diptych')
})
