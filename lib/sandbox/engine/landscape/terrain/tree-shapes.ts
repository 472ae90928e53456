import 'server-only'
import type { Noise } from '@/lib/sandbox/engine/noise'
import { clamp, lengthOf } from '@/lib/sandbox/engine/pixels/numbers'

export type TreeKind = 'fir' | 'round' | 'palm'

interface Shape {
  cover: number
  lit: number
  trunk?: boolean
}

/** What of a tree is at a place: `off` to the right of its axis and `up` from its foot, in heights of the tree. */
export const treeShapes: Record<
  TreeKind,
  (off: number, up: number, key: number, texture: Noise, high: number) => Shape
> = {
  fir(off, up, key, texture, high) {
    if (up >= 1) return { cover: 0, lit: 0 }
    if (up < 0.06) return { cover: Math.abs(off) < 0.014 ? 1 : 0, lit: 0.3, trunk: true }
    const soft = 1.2 / high
    const boughs = 9
    const level = up * boughs + texture(key + off * 14, up * 7) * 1.1
    const within = level - Math.floor(level)
    // Each whorl is broad below and narrows upwards; the next one begins under it.
    const broad =
      0.19 *
        (1 - up) ** 0.85 *
        (1.05 - 0.5 * within) *
        (0.72 + 0.56 * texture(key + Math.floor(level) * 3.7, off > 0 ? 5 : 9)) +
      0.006
    const gaps = high > 24 ? texture(off * 60 + key, up * 46) * 0.07 * (1 - up) : 0
    const cover = clamp((broad - gaps - Math.abs(off)) / soft + 0.5)
    return {
      cover,
      lit: 0.2 + 0.45 * within + 0.35 * texture(off * 40 + key, up * 30) - 0.15 * (Math.abs(off) / broad),
    }
  },
  round(off, up, key, texture, high) {
    if (up < 0.24 && Math.abs(off) < 0.022) return { cover: 1, lit: 0.35, trunk: true }
    const ragged =
      (texture(off * 7 + key, up * 7) - 0.5) * 0.3 +
      (texture(off * 22 + key, up * 22) - 0.5) * (high > 20 ? 0.16 : 0)
    const inside = 1 - lengthOf(off / 0.33, (up - 0.58) / 0.42) + ragged
    const cover = clamp(inside * high * 0.16 + 0.3)
    const clump = texture(off * 9 + key + 4, up * 9)
    return {
      cover,
      lit: clamp(0.1 + up * 0.55 + (clump - 0.5) * 0.9 + (texture(off * 30, up * 30 + key) - 0.5) * 0.4),
    }
  },
  palm(off, up, key, texture, high) {
    const lean = (key % 1) * 0.5 - 0.25
    const axis = lean * up * up
    const thin = 0.017 * (1.3 - 0.5 * up)
    if (up < 0.8) {
      const trunk = clamp((thin - Math.abs(off - axis)) * high + 0.5)
      if (trunk > 0) return { cover: trunk, lit: 0.45 + 0.2 * Math.sin(up * 90), trunk: true }
    }
    const dx = off - lean * 0.62
    const dy = up - 0.79
    const reach = lengthOf(dx, dy)
    if (reach > 0.3) return { cover: 0, lit: 0 }
    // Fronds: arcs that rise from the crown and hang at their ends.
    let cover = 0
    for (let frond = 0; frond < 9; frond++) {
      const angle = (frond / 8) * Math.PI * 1.3 - 0.47 + (texture(key + frond * 5.3, 1) - 0.5) * 0.3
      const alongX = Math.cos(angle)
      const alongY = Math.sin(angle)
      const along = dx * alongX + dy * alongY
      if (along < 0 || along > 0.29) continue
      const sag = along * along * 1.7 * Math.abs(alongX)
      const aside = Math.abs(dx * -alongY + (dy + sag) * alongX)
      const broad =
        0.026 *
        Math.sin((along / 0.29) * Math.PI * 0.85 + 0.35) *
        (0.6 + 0.6 * texture(along * 120 + frond * 9, key))
      cover = Math.max(cover, clamp((broad - aside) * high + 0.4))
    }
    return { cover, lit: 0.35 + dy * 1.4 + 0.25 * texture(dx * 40, dy * 40) }
  },
}
