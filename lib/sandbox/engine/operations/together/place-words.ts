import 'server-only'
import type { Place } from '@/lib/sandbox/engine/compositing/stand-in'

/** Where the words put somebody: in the middle, at a middle distance, where they don't say. */
export function placeIn(words: string): Place {
  const side = /\bleft\b/.test(words)
    ? 'left'
    : /\bright\b(?! (?:next|in front))/.test(words)
      ? 'right'
      : 'centre'
  if (/\b(?:fore-?ground|close(?:r|-up)?|large|big(?:ger)?|huge|in front)\b/.test(words))
    return { side, depth: 'near' }
  if (/\b(?:distan(?:t|ce)|far(?: away| off)?|small(?:er)?|tiny|in the background|horizon)\b/.test(words))
    return { side, depth: 'far' }
  return { side, depth: 'middle' }
}
