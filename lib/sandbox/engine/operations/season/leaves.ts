import 'server-only'
import { clamp } from '@/lib/sandbox/engine/pixels/numbers'

/** How surely a colour (0 to 1 a channel) is that of leaves or grass: 0 no, 1 yes. */
export function isLeaf(red: number, green: number, blue: number): number {
  return clamp((green - Math.max(red * 0.92, blue)) * 9 + 0.35) * clamp((green - blue) * 6)
}
