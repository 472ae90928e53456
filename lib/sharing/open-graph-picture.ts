import 'server-only'
import { withDecodeSlot } from '@/lib/assets/decode-slots'
import { sharp } from '@/lib/assets/sharp-settings'
import { textPath } from '@/lib/fonts/text-path'
import { openGraphSize } from './open-graph-size'
import type { SharedPicture, SharedView } from './shared-view'

const colours = { ground: '#f4f4f5', text: '#18181b', muted: '#5b5b64', pill: '#000000bf', onPill: '#ffffff' }
const margin = 36
const gap = 24
const textSize = 34

interface Panel {
  picture: SharedPicture
  caption: string
}

/**
 * The picture that other sites show for a link, as PNG: before and after side by side, whole and not stretched, with the
 * instruction under them where it is shown.
 *
 * @param read  bytes of a picture by its name on the page; undefined for one that is gone
 */
export async function drawOpenGraphPicture(
  view: SharedView,
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array> {
  const { width, height } = openGraphSize
  const words =
    view.instruction !== null
      ? textPath(view.instruction, {
          size: textSize,
          weight: 'bold',
          maxWidth: width - 2 * margin,
          maxLines: 2,
        })
      : undefined
  const textHeight = words?.path ? words.height + gap : 0
  const panels = panelsOf(view)
  const boxWidth = (width - 2 * margin - gap * (panels.length - 1)) / Math.max(1, panels.length)
  const boxHeight = height - 2 * margin - textHeight
  const drawings: string[] = []
  if (words?.path)
    drawings.push(
      `<path transform="translate(${margin} ${height - margin - words.height})" fill="${colours.text}" d="${words.path}"/>`,
    )
  const layers = await Promise.all(
    panels.map(async ({ picture, caption }, index) => {
      const bytes = await read(picture.name)
      if (!bytes) return []
      const scale = Math.min(boxWidth / picture.width, boxHeight / picture.height)
      const size = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)))
      const [wide = 1, high = 1] = size
      const left = Math.round(margin + index * (boxWidth + gap) + (boxWidth - wide) / 2)
      const top = Math.round(margin + (boxHeight - high) / 2)
      drawings.push(pill(caption, left + 12, top + 12))
      const input = await withDecodeSlot(() =>
        sharp(bytes).resize(wide, high, { fit: 'fill' }).png().toBuffer(),
      )
      return [{ input, left, top }]
    }),
  )
  if (view.results.some(({ sandbox }) => sandbox)) drawings.push(sandboxNote())
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawings.join('')}</svg>`
  const bytes = await sharp({ create: { width, height, channels: 3, background: colours.ground } })
    .composite([...layers.flat(), { input: Buffer.from(svg), left: 0, top: 0 }])
    .png({ compressionLevel: 8 })
    .toBuffer()
  return new Uint8Array(bytes)
}

/** What was put in beside what came of it; without that, the first two results. */
function panelsOf({ inputs, results }: SharedView): Panel[] {
  const [first, second] = results
  const after = first?.pictures[0]
  const before = inputs.find(({ name }) => name === first?.inputs[0]) ?? inputs[0]
  if (before)
    return [{ picture: before, caption: 'Before' }, ...(after ? [{ picture: after, caption: 'After' }] : [])]
  return [first, second].flatMap((result) => {
    const [picture] = result?.pictures ?? []
    return picture && result ? [{ picture, caption: result.label }] : []
  })
}

function pill(text: string, left: number, top: number): string {
  const { path, width, height } = textPath(text, { size: 22, weight: 'bold', maxWidth: 420, maxLines: 1 })
  return (
    `<g transform="translate(${left} ${top})">` +
    `<rect width="${width + 24}" height="${height + 10}" rx="8" fill="${colours.pill}"/>` +
    `<path transform="translate(12 5)" fill="${colours.onPill}" d="${path}"/></g>`
  )
}

/** Nobody may take its work for a model's. */
function sandboxNote(): string {
  const { path, width } = textPath('Local sandbox, not FLUX', { size: 17 })
  const { width: whole } = openGraphSize
  return `<path transform="translate(${whole - margin - width} 8)" fill="${colours.muted}" d="${path}"/>`
}
