import type { Metadata } from 'next'
import { SharedEmbed } from '@/components/sharing/shared-embed'
import { sharedMetadata } from '@/lib/api/shared-metadata'
import { countVisit, loadShare } from '@/lib/api/shared-page'

export async function generateMetadata({ params }: PageProps<'/embed/[token]'>): Promise<Metadata> {
  const { token } = await params
  const { view, origin } = await loadShare(token)
  return sharedMetadata(view, token, origin)
}

/** A link within another site's page: the only page that may be framed. */
export default async function Page({ params }: PageProps<'/embed/[token]'>) {
  const { token } = await params
  const opened = await loadShare(token)
  await countVisit(opened)
  return <SharedEmbed token={token} view={opened.view} />
}
