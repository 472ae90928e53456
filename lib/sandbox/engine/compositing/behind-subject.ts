import 'server-only'
import { asSharp, rawPicture, type Picture } from '../picture'
import { contactShadow } from './contact-shadow'
import type { CutOut } from './cut-out'
import { layOver } from './lay-over'
import { matchLight } from './match-light'
import { shade } from './shade'
import { cutEdges, subjectBox } from './subject-box'

/**
 * A new background behind a cut-out that stays where it is: the cut-out takes a little of the new light, and throws a
 * shadow where it stands clear of the lower edge.
 *
 * @param background of the cut-out's size
 */
export async function behindSubject(cut: CutOut, background: Picture): Promise<Picture> {
  const lit = await matchLight(cut, background)
  const box = subjectBox(cut)
  const origin = { left: 0, top: 0 }
  const stands = box && !cutEdges(box, cut).bottom
  const ground = stands ? shade(background, contactShadow(background, cut, origin)) : background
  return layOver(ground, lit, origin)
}

/** A picture that fills this frame, cropped in its middle. */
export function filling(
  picture: Picture,
  { width, height }: { width: number; height: number },
): Promise<Picture> {
  return rawPicture(asSharp(picture).resize({ width, height, fit: 'cover', kernel: 'cubic' }))
}
