'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import { SiteHeader } from './site-header'
import type { Theme } from './theme'

/** First parts of the addresses at which others than the owner arrive: they have no use for the owner's pages. */
const forVisitors = ['s', 'embed']

/** The header with the owner's pages, on the owner's pages. */
export function OwnerHeader(props: { theme: Theme; hasLinks: boolean }) {
  const segment = useSelectedLayoutSegment()
  return segment !== null && forVisitors.includes(segment) ? null : <SiteHeader {...props} />
}
