import 'server-only'
import sharp from 'sharp'
import { textPath, type TextStyle } from '@/lib/fonts/text-path'
import { NotUnderstood } from '@/lib/sandbox/engine/engine'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'

export interface TextLayout {
  /** Where the text may stand, in pixels. */
  area: { left: number; top: number; width: number; height: number }
  /** Of the font, in pixels; reduced until the text fits. */
  size: number
  /** Where in the area, 0 to 1 from the left and from the top. */
  across: number
  down: number
  /** As SVG writes it. */
  colour: string
  weight: NonNullable<TextStyle['weight']>
  opacity?: number
  /** What keeps the text legible: a soft shadow, an outline or a box in the colour. */
  backing: 'none' | { shadow: string } | { outline: string } | { box: string }
}

/** Draws a text over a picture, and says which of its characters the font lacks. */
export async function layText(
  picture: Picture,
  text: string,
  layout: TextLayout,
  note: (text: string) => void,
): Promise<Picture> {
  const { area, backing, across, down } = layout
  const { path, width, height, missing, size } = fitText(text, layout)
  if (!path)
    throw new NotUnderstood(
      `“${text}” has no character the engine’s font can draw: it has Latin, Greek, Cyrillic and more, but no emoji.`,
      'blocked',
    )
  if (missing.length > 0) note(`not in the font and left out: ${missing.join(' ')}`)
  const left = area.left + (area.width - width) * across
  const top = area.top + (area.height - height) * down
  const sheet = (content: string) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${picture.width}" height="${picture.height}">` +
        `<g transform="translate(${left.toFixed(2)} ${top.toFixed(2)})" opacity="${layout.opacity ?? 1}">${content}</g></svg>`,
    )
  const letters = `<path d="${path}" fill="${layout.colour}"`
  const layers: Buffer[] = []
  let under = ''
  if (backing !== 'none' && 'shadow' in backing) {
    const wide = `stroke="${backing.shadow}" stroke-width="${size * 0.09}" stroke-linejoin="round" opacity="0.75"/>`
    const shade = sheet(`<path d="${path}" fill="${backing.shadow}" ${wide}`)
    layers.push(
      await sharp(shade)
        .blur(Math.max(0.4, size * 0.06))
        .png({ compressionLevel: 1 })
        .toBuffer(),
    )
  } else if (backing !== 'none' && 'box' in backing) {
    const margin = size * 0.35
    const box = `x="${-margin}" y="${-margin * 0.5}" width="${width + 2 * margin}" height="${height + margin}"`
    under = `<rect ${box} rx="${size * 0.12}" fill="${backing.box}"/>`
  } else if (backing !== 'none' && 'outline' in backing) {
    under = `<path d="${path}" fill="none" stroke="${backing.outline}" stroke-width="${size * 0.14}" stroke-linejoin="round"/>`
  }
  layers.push(sheet(`${under}${letters}/>`))
  const laid = asSharp(picture).composite(layers.map((input) => ({ input, left: 0, top: 0 })))
  return rawPicture(picture.channels === 3 ? laid.removeAlpha() : laid)
}

/** Reduced until it is no higher than its area, at least to a size that can be read; its lines of like length. */
function fitText(text: string, { area, size, weight, across }: TextLayout) {
  const align = across < 0.34 ? 'left' : across > 0.66 ? 'right' : 'centre'
  const laid = (tried: number, maxWidth: number) => textPath(text, { size: tried, weight, align, maxWidth })
  let fitting = size
  while (laid(fitting, area.width).height > area.height && fitting > 10) fitting *= 0.9
  let whole = laid(fitting, area.width)
  const height = whole.height
  // Narrower as long as no line more is needed: no single word is left for the last one.
  for (let width = area.width * 0.95; width > area.width * 0.4; width *= 0.95) {
    const narrower = laid(fitting, width)
    if (narrower.height > height) break
    whole = narrower
  }
  return { ...whole, size: fitting }
}
