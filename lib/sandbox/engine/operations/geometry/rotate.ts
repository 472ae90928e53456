import 'server-only'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'

const left = /\b(?:left|counter[ -]?clockwise|anti[ -]?clockwise|ccw)\b/
const it = '(?:it|this|the (?:picture|image|photo))'

export const rotate = defineOperation({
  name: 'rotate',
  pattern: new RegExp(
    `\\b(?:rotat(?:e[ds]?|ion|ing)|tilt(?:ed)?(?! ?-?shift)|straighten(?:ed)?|` +
      `turn(?:ed)? (?:${it} )?(?:to the )?(?:left|right|around|upside[ -]down|(?:counter|anti)?[ -]?clockwise|-?\\d+ ?(?:°|deg)))`,
  ),
  example: 'rotate it left',
  kind: 'frame',
  read({ near, matched }) {
    const given = /(-?\d+(?:\.\d+)?)\s*(?:°|deg|$)|(-?\d+(?:\.\d+)?)\b/.exec(near)
    // What is crooked, and by how much, is not seen here.
    if (!given && /^straighten/.test(matched)) return undefined
    const turn = /\b(?:around|upside[ -]down|half)\b/.test(near) ? 180 : /^tilt/.test(matched) ? 5 : 90
    const angle = (given ? Number(given[1] ?? given[2]) : turn) % 360
    return angle === 0 ? undefined : { angle: left.test(near) ? -angle : angle }
  },
  describe: ({ angle }) =>
    `rotated ${Math.abs(angle)}° ${angle < 0 ? 'left' : 'right'}${angle % 90 ? ', cropped to leave no empty corners' : ''}`,
  async apply(picture, { angle }) {
    if (angle % 90 === 0) return rawPicture(asSharp(picture).rotate(angle))
    const turned = await rawPicture(asSharp(picture).rotate(angle, { background: '#000' }))
    const inner = largestInside(picture.width, picture.height, (angle * Math.PI) / 180)
    return rawPicture(
      asSharp(turned).extract({
        ...inner,
        left: Math.floor((turned.width - inner.width) / 2),
        top: Math.floor((turned.height - inner.height) / 2),
      }),
    )
  },
})

/** The largest upright rectangle inside a turned one, so that no empty corner shows. */
function largestInside(width: number, height: number, angle: number): { width: number; height: number } {
  const [sine, cosine] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))]
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const inside = (wide: number, high: number) => ({
    width: Math.max(1, Math.floor(wide) - 2),
    height: Math.max(1, Math.floor(high) - 2),
  })
  if (short <= 2 * sine * cosine * long || Math.abs(sine - cosine) < 1e-9) {
    const half = short / 2
    return width >= height ? inside(half / sine, half / cosine) : inside(half / cosine, half / sine)
  }
  const double = cosine * cosine - sine * sine
  return inside((width * cosine - height * sine) / double, (height * cosine - width * sine) / double)
}
