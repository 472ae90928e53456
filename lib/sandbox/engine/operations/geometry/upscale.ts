import 'server-only'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture, type Picture } from '@/lib/sandbox/engine/picture'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'
import { doubleSize } from '@/lib/sandbox/engine/upscaling/double-size'

/** Up to this longer side the network takes at most some seven seconds. */
const longestForNetwork = 768
/** Larger sides are not made: the memory for them is bounded. */
const longest = 6000

const it = '(?:it|this|the (?:picture|image|photo))'
const larger = '(?:larger|bigger|higher resolution|hi-?res|high[- ]res(?:olution)?)'

export const upscale = defineOperation({
  name: 'upscale',
  pattern: new RegExp(
    `\\b(?:up-?(?:scal|siz|sampl|res)\\w*|super[- ]?res\\w*|enlarg(?:e[ds]?|ing|ement)|` +
      `(?:increase|higher|more|double|triple|quadruple|boost|raise|improve|enhance|better) (?:the |its )?resolution|` +
      `(?:make|turn) ${it} (?:much |a (?:bit|lot) )?(?:\\d+(?:\\.\\d+)? ?(?:x|×|times) (?:as )?)?(?:${larger}|big|large|4k|8k|hd|uhd)|` +
      `\\d+(?:\\.\\d+)? ?(?:x|×|times) (?:${larger}|(?:the )?(?:size|resolution)|upscal\\w+))\\b`,
  ),
  example: 'upscale 2x',
  kind: 'frame',
  read({ near }) {
    if (/\b4k\b|\buhd\b/.test(near)) return { longSide: 3840 }
    if (/\b8k\b/.test(near)) return { longSide: 6000 }
    const given = /(\d+(?:\.\d+)?)\s*(?:x\b|×|times|fold)|\b(?:x|by|×) ?(\d+(?:\.\d+)?)\b(?! ?%)/.exec(near)
    const percent = /(\d{3,4})\s*(?:%|percent)/.exec(near)
    const named = /\btriple\b/.test(near) ? 3 : /\bquadruple\b/.test(near) ? 4 : 2
    const times = given ? Number(given[1] ?? given[2]) : percent ? Number(percent[1]) / 100 : named
    return times > 1 ? { times: Math.min(8, times) } : undefined
  },
  describe: ({ times, longSide }) => (times ? `enlarged ${times} times` : `enlarged to ${longSide} px`),
  async apply(picture, { times, longSide }, { note }) {
    const side = Math.max(picture.width, picture.height)
    const wanted = Math.min(times ?? Math.max(1, longSide! / side), longest / side)
    if (wanted <= 1) {
      note(`the picture is as large already: ${picture.width} × ${picture.height} px`)
      return picture
    }
    if (times && wanted < times)
      note(`enlarged ${wanted.toFixed(2)} times, to the ${longest} px a side that are made here`)
    const size = { width: Math.round(picture.width * wanted), height: Math.round(picture.height * wanted) }
    if (side > longestForNetwork) {
      note(
        `by resampling (Lanczos, sharpened a little): the network takes up to ${longestForNetwork} px a side`,
      )
      return resample(picture, size)
    }
    let drawn = await doubleSize(picture)
    let byNetwork = 2
    if (wanted > 2 && side * 2 <= longestForNetwork) {
      drawn = await doubleSize(drawn)
      byNetwork = 4
    }
    note(
      `by a small network (ESRGAN)${wanted > byNetwork ? ` to ${byNetwork} times, the rest by resampling (Lanczos)` : ''}`,
    )
    return wanted > byNetwork
      ? resample(drawn, size)
      : rawPicture(asSharp(drawn).resize({ ...size, fit: 'fill' }))
  },
})

async function resample(picture: Picture, size: { width: number; height: number }): Promise<Picture> {
  const large = await rawPicture(asSharp(picture).resize({ ...size, fit: 'fill', kernel: 'lanczos3' }))
  const sharpened = await rawPicture(asSharp(large).sharpen({ sigma: 1, m1: 0.4, m2: 1.2 }))
  return keepAlpha(sharpened, large)
}
