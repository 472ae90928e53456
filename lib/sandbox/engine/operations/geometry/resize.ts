import 'server-only'
import { percent } from '@/lib/sandbox/engine/grammar/amount'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'

/** Larger sides are not made: the memory for them is bounded. */
const longest = 6000

interface Size {
  width?: number
  height?: number
  scale?: number
}

export const resize = defineOperation<Size>({
  name: 'resize',
  pattern:
    /\b(?:re-?siz(?:e[ds]?|ing)|(?:scale|shrink|downscale|downsize|reduce)(?: (?:it|this|the (?:picture|image|photo|size)))?(?: down)?(?: to| by)?|(?:make|turn) (?:it|this|the (?:picture|image|photo)) (?:much |a bit )?smaller|(?:half|double) (?:the |its )?size|\d{2,5} ?(?:px|pixels) (?:wide|high|tall)|\d{2,5} ?[x×] ?\d{2,5}(?: ?(?:px|pixels))?)\b/,
  example: 'resize to 800x600',
  kind: 'frame',
  read({ near, matched }) {
    const both = /(\d{2,5})\s*(?:px)?\s*(?:x|×|by)\s*(\d{2,5})/.exec(near)
    if (both) return { width: limited(both[1]!), height: limited(both[2]!) }
    const high =
      /(\d{2,5})\s*(?:px|pixels)?\s*(?:high|tall|height|in height)|height (?:of|to|=)?\s*(\d{2,5})/.exec(near)
    if (high) return { height: limited(high[1] ?? high[2]!) }
    const share = /(\d+(?:\.\d+)?)\s*(?:%|percent)/.exec(near)
    if (share) {
      const byLess = /\b(?:by|smaller)\b/.test(near) && /\b(?:reduce|shrink|smaller|down\w*)\b/.test(near)
      const scale = Number(share[1]) / 100
      return scaled(byLess ? 1 - scale : scale)
    }
    const wide = /(\d{2,5})\s*(?:px|pixels|wide|width|\b)/.exec(near)
    if (wide) return { width: limited(wide[1]!) }
    if (/\bdouble\b/.test(near)) return { scale: 2 }
    if (/\b(?:half|smaller|shrink|downscale|downsize)\b/.test(`${near} ${matched}`)) return { scale: 0.5 }
    if (/\bthird\b/.test(near)) return { scale: 1 / 3 }
    return undefined
  },
  describe({ width, height, scale }) {
    if (scale) return `resized to ${percent(scale)} of its size`
    if (width && height) return `resized to fit ${width} × ${height} px`
    return width ? `resized to ${width} px wide` : `resized to ${height} px high`
  },
  apply(picture, { width, height, scale }, { note }) {
    const ratio = picture.width / picture.height
    const wanted = {
      width: width ?? (scale ? picture.width * scale : height! * ratio),
      height: height ?? (scale ? picture.height * scale : width! / ratio),
    }
    const fit = Math.min(wanted.width / picture.width, wanted.height / picture.height)
    const most = Math.min(fit, longest / Math.max(picture.width, picture.height))
    const size = {
      width: Math.max(1, Math.round(picture.width * most)),
      height: Math.max(1, Math.round(picture.height * most)),
    }
    if (width && height && (size.width !== width || size.height !== height))
      note(`kept its shape: ${size.width} × ${size.height} px`)
    return rawPicture(asSharp(picture).resize({ ...size, fit: 'fill' }))
  },
})

function limited(digits: string): number {
  return Math.min(longest, Math.max(1, Number(digits)))
}

function scaled(scale: number): Size | undefined {
  return scale > 0 && scale !== 1 ? { scale: Math.min(8, scale) } : undefined
}
