import type { Dimensions } from '@/lib/models/size'
import type { Extension } from './picture-edits'

/** What must be added on both sides alike so that a picture gets a shape (width divided by height). */
export function extendToShape({ width, height }: Dimensions, ratio: number): Omit<Extension, 'fill'> {
  const across = Math.max(0, Math.round(height * ratio) - width)
  const down = across > 0 ? 0 : Math.max(0, Math.round(width / ratio) - height)
  const left = Math.floor(across / 2)
  const top = Math.floor(down / 2)
  return { left, top, right: across - left, bottom: down - top }
}
