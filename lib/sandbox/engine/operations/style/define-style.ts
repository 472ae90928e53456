import 'server-only'
import { amountIn, shareIn } from '@/lib/sandbox/engine/grammar/amount'
import { atMost } from '@/lib/sandbox/engine/at-most'
import { blendBy } from '@/lib/sandbox/engine/mask'
import { defineOperation, type ListedOperation, type Words } from '@/lib/sandbox/engine/operation'
import { fromFloat, toFloat, type FloatPicture, type Plane } from '@/lib/sandbox/engine/pixels/float-picture'
import { keepAlpha } from '@/lib/sandbox/engine/pixels/keep-alpha'
import { facesPlane } from '@/lib/sandbox/engine/regions/faces-plane'

export interface Brush {
  seed: number
  /** Pixels for one of a picture 1024 px long; more for coarse work, less for fine. */
  scale: number
  /** The same without coarse or fine: what has to do with the picture's size only. */
  sizeScale: number
  /** Faces, 1 where one is, where the style asks for them and one was found. */
  faces?: Plane | undefined
}

interface Style {
  name: string
  /** What was made of the picture, where the name does not say it. */
  what?: string
  pattern: RegExp
  example: string
  /** Whether strokes or textures are laid by chance. Default true. */
  seeded?: boolean
  /** Looks for faces, so that they are drawn more finely. */
  sparesFaces?: boolean
  approximates?(matched: string): string | undefined
  paint(picture: FloatPicture, brush: Brush): FloatPicture
}

/** A style's words are about how coarse it is and how much of the photograph stays. */
interface StyleParameters {
  amount: number
  strength: number
  near?: string
}

/** Larger pictures are painted at this many pixels a side and brought back to their size. */
const longest = 1536

/** A way of drawing the whole picture anew: "a bit" draws finer and lets the photograph through, "strong" is coarser. */
export function defineStyle(style: Style): ListedOperation {
  const { name, what = name, pattern, example, seeded = true } = style
  return defineOperation<StyleParameters>({
    name,
    pattern,
    example,
    seeded,
    read(words: Words) {
      const amount = amountIn(words.near)
      const strength = Math.min(1, shareIn(words.near) ?? (amount < 1 ? 0.65 : 1))
      const near = style.approximates?.(words.matched)
      return { amount, strength, ...(near !== undefined && { near }) }
    },
    describe: ({ amount }) => (amount < 1 ? `${what}, lightly` : amount > 1 ? `${what}, coarse` : what),
    approximates: ({ near }) => near,
    async apply(picture, { amount, strength }, context) {
      const faces = style.sparesFaces ? await context.faces() : []
      const painted = await atMost(picture, longest, (small) => {
        const { width, height } = small
        const sizeScale = Math.max(width, height) / 1024
        const scale = sizeScale * amount ** 0.7
        const brush = {
          seed: context.seed,
          scale,
          sizeScale,
          ...(faces.length > 0 && { faces: facesPlane(faces, small) }),
        }
        return fromFloat(style.paint(toFloat(small), brush), small)
      })
      const kept = keepAlpha(painted, picture)
      return strength < 1 ? blendBy(picture, kept, () => strength) : kept
    },
  })
}
