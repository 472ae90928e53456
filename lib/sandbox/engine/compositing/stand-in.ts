import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'
import { clamp } from '../pixels/numbers'
import { contactShadow } from './contact-shadow'
import type { CutOut } from './cut-out'
import { layOver, type Offset } from './lay-over'
import { matchLight } from './match-light'
import { boxed } from './move-cut-out'
import { shade } from './shade'
import { cutEdges, subjectBox } from './subject-box'

/** Where somebody is put, and how large. */
export interface Place {
  side: 'left' | 'centre' | 'right'
  /** Near the viewer, in the middle, or far off. */
  depth: 'near' | 'middle' | 'far'
}

export interface Standing {
  picture: Picture
  /** Where its own picture cuts the subject off: "below", "on the left"; undefined if it is whole. */
  cutOff?: string
}

/** Of the target's height, and where its feet are, from the top. */
const depths = {
  near: { tall: 0.92, ground: 0.99 },
  middle: { tall: 0.7, ground: 0.94 },
  far: { tall: 0.34, ground: 0.82 },
} as const
const centres = { left: 0.27, centre: 0.5, right: 0.73 } as const

/**
 * A cut-out put into another picture: in its light, with a shadow where it stands. A side where its own picture cut it
 * off comes to the frame's edge, as there is nothing beyond the cut to show.
 */
export async function standIn(target: Picture, cut: CutOut, { side, depth }: Place): Promise<Standing> {
  const box = subjectBox(cut)
  if (!box) return { picture: target }
  const edges = cutEdges(box, cut)
  const [wide, high] = [box.right - box.left, box.bottom - box.top]
  const tall = edges.bottom ? Math.max(depths[depth].tall, depth === 'far' ? 0.5 : 0.82) : depths[depth].tall
  // What is cut off at two sides has to fill the frame between them.
  const across = edges.left && edges.right ? target.width / wide : 0
  const down = edges.top && edges.bottom ? target.height / high : 0
  const fit = Math.min((target.height * tall) / high, (target.width * 0.9) / wide)
  const scale = Math.max(across, down) || fit
  const subject = await boxed(cut, box, wide * scale, high * scale)
  const at = {
    left: leftOf(target.width, subject.width, centres[side], edges),
    top: edges.bottom
      ? target.height - subject.height
      : edges.top
        ? 0
        : Math.round(target.height * depths[depth].ground) - subject.height,
  }
  const lit = await matchLight(subject, await around(target, subject, at))
  const stands = !edges.bottom && !edges.top
  const ground = stands ? shade(target, contactShadow(target, lit, at)) : target
  const named = Object.entries(edges).flatMap(([edge, isCut]) =>
    isCut ? [edgeNames[edge as keyof typeof edges]] : [],
  )
  return {
    picture: layOver(ground, lit, at),
    ...(named.length && { cutOff: named.join(' and ') }),
  }
}

function leftOf(
  frame: number,
  width: number,
  centre: number,
  edges: { left: boolean; right: boolean },
): number {
  if (edges.left) return edges.right ? Math.round((frame - width) / 2) : 0
  if (edges.right) return frame - width
  const wanted = Math.round(frame * centre - width / 2)
  return clamp(wanted, Math.min(0, frame - width), Math.max(0, frame - width))
}

const edgeNames = { left: 'on the left', right: 'on the right', top: 'above', bottom: 'below' } as const

/** What of the target lies behind the subject, whose light it takes. */
async function around(target: Picture, { width, height }: CutOut, { left, top }: Offset): Promise<Picture> {
  const fromX = clamp(left, 0, target.width - 1)
  const fromY = clamp(top, 0, target.height - 1)
  const toX = clamp(left + width, fromX + 1, target.width)
  const toY = clamp(top + height, fromY + 1, target.height)
  return rawPicture(
    asSharp(target).extract({ left: fromX, top: fromY, width: toX - fromX, height: toY - fromY }),
  )
}
