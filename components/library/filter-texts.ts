import { findModel } from '@/lib/models/registry'
import { providers } from '@/lib/models/providers'
import type { LibraryQuery, LibrarySort, LibraryState } from '@/lib/library/library-query'
import { formatCents } from '@/components/ui/format-cents'

export const sortTexts: Record<LibrarySort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  dearest: 'Dearest first',
  cheapest: 'Cheapest first',
}

export const stateTexts: Record<LibraryState, string> = {
  working: 'In progress',
  succeeded: 'With results',
  failed: 'Failed',
  canceled: 'Canceled',
  unconfirmed: 'Unconfirmed',
}

/** One filter of a query in words, and what takes it away. */
export interface FilterText {
  text: string
  without: Partial<LibraryQuery>
}

export function filterTexts(query: LibraryQuery): FilterText[] {
  const { q, model, provider, state, star, mask, from, to, min, max } = query
  const all: [string | undefined, Partial<LibraryQuery>][] = [
    [q && `“${q}”`, { q: undefined }],
    [model && (findModel(model)?.title ?? model), { model: undefined }],
    [provider && providers[provider].title, { provider: undefined }],
    [state && stateTexts[state], { state: undefined }],
    [star && (star === 'yes' ? 'Starred' : 'Not starred'), { star: undefined }],
    [mask && (mask === 'yes' ? 'With a mask' : 'Without a mask'), { mask: undefined }],
    [between(from, to), { from: undefined, to: undefined }],
    [
      between(min === undefined ? min : formatCents(min), max === undefined ? max : formatCents(max)),
      { min: undefined, max: undefined },
    ],
  ]
  return all.flatMap(([text, without]) => (text ? [{ text, without }] : []))
}

function between(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} to ${to}`
  if (from !== undefined) return `from ${from}`
  return to === undefined ? undefined : `up to ${to}`
}
