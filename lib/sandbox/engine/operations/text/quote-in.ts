import 'server-only'
import type { Words } from '@/lib/sandbox/engine/operation'

/** What stood in quotation marks at the place “0”, “1” … of these words, as the person wrote it. */
export function quoteIn(words: string, { quotes }: Pick<Words, 'quotes'>): string | undefined {
  const place = /“(\d+)”/.exec(words)?.[1]
  return place === undefined ? undefined : quotes[Number(place)]
}
