import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { isOnlyHere } from '@/components/sharing/make-share'
import { ShareList } from '@/components/sharing/share-list'
import { listShares, shareOrigin } from '@/lib/api/shares'
import { diptych } from '@/lib/diptych'

export const metadata: Metadata = { title: 'Links' }

/** Every link that was ever made. */
export default async function SharesPage() {
  const server = await diptych()
  const origin = shareOrigin({ headers: await headers() }, server.publicUrl)
  const shares = await listShares(server, origin)
  return (
    <div className="mx-auto grid max-w-4xl gap-4 p-4 pb-16">
      <div className="grid gap-1">
        <h1 className="text-lg font-semibold">Links</h1>
        <p className="max-w-prose text-muted">
          What others can see of your runs, and for how long. A revoked link leads nowhere from that moment,
          its pictures included.
        </p>
        {isOnlyHere(origin) && shares.length > 0 && (
          <p className="max-w-prose text-warning">
            These addresses are only reachable on this machine. Set PUBLIC_URL to make links for others.
          </p>
        )}
      </div>
      {shares.length === 0 ? (
        <p className="text-muted">No links yet. “Share…” on a run or a result makes one.</p>
      ) : (
        <ShareList shares={shares} />
      )}
    </div>
  )
}
