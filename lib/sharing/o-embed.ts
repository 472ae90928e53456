import type { SharedView } from './shared-view'
import { openGraphSize } from './open-graph-size'

interface OEmbedLimits {
  /** Pixels. */
  maxwidth?: number
  maxheight?: number
}

const usualSize = { width: 800, height: 600 }

/** The oEmbed 1.0 answer for a link: a frame with the viewer. */
export function oEmbedOf(
  { title }: Pick<SharedView, 'title'>,
  token: string,
  origin: string,
  { maxwidth = Infinity, maxheight = Infinity }: OEmbedLimits,
) {
  const width = Math.min(usualSize.width, maxwidth)
  const height = Math.min(usualSize.height, maxheight)
  // As an attribute; the title may hold anything.
  const name = title.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Diptych',
    provider_url: origin,
    html:
      `<iframe src="${origin}/embed/${token}" width="${width}" height="${height}" title="${name}" ` +
      'style="border:0" allowfullscreen referrerpolicy="no-referrer" loading="lazy"></iframe>',
    width,
    height,
    thumbnail_url: `${origin}/s/${token}/picture.png`,
    thumbnail_width: openGraphSize.width,
    thumbnail_height: openGraphSize.height,
  }
}
