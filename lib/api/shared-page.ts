import 'server-only'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { diptych } from '@/lib/diptych'
import { openShare, shareOrigin, type OpenedShare } from './shares'

export interface LoadedShare extends OpenedShare {
  /** Where the outside finds this server. */
  origin: string
}

/** What a link's page shows, read once for the page and its title. A link that leads nowhere is "not found". */
export const loadShare = cache(async (token: string): Promise<LoadedShare> => {
  const server = await diptych()
  const opened = await openShare(server, token)
  if (!opened) notFound()
  return { ...opened, origin: shareOrigin({ headers: await headers() }, server.publicUrl) }
})

/** Counts that the page was opened. */
export async function countVisit({ share }: OpenedShare): Promise<void> {
  await (await diptych()).shares.countVisit(share.id, Date.now())
}
