import 'server-only'
import type { Metadata } from 'next'
import { openGraphSize } from '@/lib/sharing/open-graph-size'
import type { SharedView } from '@/lib/sharing/shared-view'

/** What search engines, messengers and other sites are told of a link: no more than its page shows. */
export function sharedMetadata(view: SharedView, token: string, origin: string): Metadata {
  const address = `${origin}/s/${token}`
  const title = [...view.title].slice(0, 90).join('')
  const description = describe(view)
  const picture = { url: `${address}/picture.png`, ...openGraphSize, alt: 'Before and after' }
  const oEmbed = `${origin}/oembed?url=${encodeURIComponent(address)}`
  return {
    title: { absolute: `${title} · Diptych` },
    description,
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
    alternates: { types: { 'application/json+oembed': [{ url: oEmbed, title }] } },
    openGraph: { type: 'website', siteName: 'Diptych', url: address, title, description, images: [picture] },
    twitter: { card: 'summary_large_image', title, description, images: [picture.url] },
  }
}

function describe({ inputs, results }: SharedView): string {
  const count = results.length === 1 ? 'one edit' : `${results.length} edits`
  return inputs.length > 0
    ? `Before and after: ${count} of a picture.`
    : `A picture edited by a model: ${count}.`
}
