import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { RunResults } from '@/components/results/run-results'
import { diptych } from '@/lib/diptych'
import { picturesOfRun } from '@/lib/predictions/pictures-of-run'
import { viewRun } from '@/lib/predictions/view'

const getRun = cache(async (id: string) => (await diptych()).store.getRun(id))

export async function generateMetadata({ params }: PageProps<'/runs/[id]'>): Promise<Metadata> {
  const found = await getRun((await params).id)
  return { title: found?.run.input.prompt?.slice(0, 60) ?? 'Run' }
}

/** A run under its own address from its first second. */
export default async function RunPage({ params }: PageProps<'/runs/[id]'>) {
  const { id } = await params
  const { library } = await diptych()
  const found = await getRun(id)
  if (!found) notFound()
  const pictures = await Promise.all(picturesOfRun(found.run).map((assetId) => library.get(assetId)))
  const origin = `http://${(await headers()).get('host')}`
  return (
    <RunResults
      key={id}
      run={viewRun(found.run, found.predictions, origin)}
      pictures={pictures.filter((picture) => picture !== undefined)}
      serverNow={Date.now()}
    />
  )
}
