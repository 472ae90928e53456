import Link from 'next/link'
import { Gallery } from '@/components/gallery/gallery'
import { FillForm } from '@/components/playground/fill-form'
import { SampleStarters } from '@/components/playground/sample-starters'
import { deadLinkSentence } from '@/lib/api/serve-shared'
import { openShare } from '@/lib/api/shares'
import { diptych } from '@/lib/diptych'
import { wholeLibrary } from '@/lib/library/library-query'
import { remixPlan } from '@/lib/sharing/remix-plan'

// Shows what is in the database now.
export const dynamic = 'force-dynamic'

const recentCount = 10

/** The start: something to try, and what was made last. */
export default async function StartPage({ searchParams }: PageProps<'/'>) {
  const server = await diptych()
  const { runLibrary, access } = server
  const { remix } = await searchParams
  const shared = typeof remix === 'string' ? await openShare(server, remix) : undefined
  const runs = await runLibrary.list(wholeLibrary, { limit: recentCount })
  return (
    <div className="grid gap-8">
      {shared && <FillForm {...remixPlan(shared.share, shared.source)} />}
      {remix !== undefined && !shared && (
        <p role="alert" className="text-danger">
          {deadLinkSentence}
        </p>
      )}
      <section aria-labelledby="start" className="grid gap-3">
        <div className="grid gap-1">
          <h1 id="start" className="text-lg font-semibold">
            Edit a picture with words
          </h1>
          <p className="max-w-prose text-base text-muted">
            Put in a picture, write what should change, and run it. Or begin with one of these.
          </p>
        </div>
        <SampleStarters providerAccess={access} />
      </section>
      {runs.length > 0 && (
        <section aria-labelledby="recent" className="grid gap-3">
          <div className="flex items-baseline justify-between">
            <h2 id="recent" className="text-base font-semibold">
              Recent runs
            </h2>
            <Link href="/library" className="text-sm text-accent-text underline">
              All in the library
            </Link>
          </div>
          <Gallery runs={runs} />
        </section>
      )}
    </div>
  )
}
