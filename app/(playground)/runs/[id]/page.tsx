import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { LineageStrip } from '@/components/library/lineage-strip'
import { RunInTrash } from '@/components/library/run-in-trash'
import { RunPage } from '@/components/results/run-page'
import { lineageOf } from '@/lib/api/lineage-of'
import { ownOrigin } from '@/lib/api/own-origin'
import { readRunPage } from '@/lib/api/run-page'
import { diptych } from '@/lib/diptych'
import { runTitle } from '@/lib/models/batch'
import { tryAgain, tryRestAgain } from '@/app/actions'

/** Once for the page and its title. */
const load = cache(async (id: string) => {
  const server = await diptych()
  return readRunPage(server, id, ownOrigin({ headers: await headers() }, server.publicUrl))
})

export async function generateMetadata({ params }: PageProps<'/runs/[id]'>): Promise<Metadata> {
  const page = await load((await params).id)
  return { title: (page && runTitle(page.run))?.slice(0, 60) ?? 'Run' }
}

/** A run under its own address from its first second. */
export default async function Page({ params }: PageProps<'/runs/[id]'>) {
  const { id } = await params
  const page = await load(id)
  if (!page) notFound()
  const server = await diptych()
  if (await server.runLibrary.trashedAt(id)) return <RunInTrash id={id} title={runTitle(page.run)} />
  return (
    <div className="grid grid-cols-1 gap-6">
      <RunPage key={id} {...page} tryAgain={tryAgain} tryRestAgain={tryRestAgain} />
      <LineageStrip nodes={await lineageOf(server, id)} />
    </div>
  )
}
