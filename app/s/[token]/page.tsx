import type { Metadata } from 'next'
import { layOutBoard } from '@/components/board/board-layout'
import { SharedPage } from '@/components/sharing/shared-page'
import { sharedMetadata } from '@/lib/api/shared-metadata'
import { countVisit, loadShare } from '@/lib/api/shared-page'

export async function generateMetadata({ params }: PageProps<'/s/[token]'>): Promise<Metadata> {
  const { token } = await params
  const { view, origin } = await loadShare(token)
  return sharedMetadata(view, token, origin)
}

/** What somebody was sent. Nothing but `view`, and headings made of what it shows, goes to the browser. */
export default async function Page({ params }: PageProps<'/s/[token]'>) {
  const { token } = await params
  const opened = await loadShare(token)
  await countVisit(opened)
  const layout = opened.plan && layOutBoard(opened.plan)
  // What did not come to a result would leave holes.
  const isWhole = layout?.titles.length === opened.view.results.length
  return <SharedPage token={token} view={opened.view} layout={layout && isWhole ? layout : null} />
}
