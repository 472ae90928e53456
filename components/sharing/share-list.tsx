'use client'

import Link from 'next/link'
import { useState } from 'react'
import { revealText, type ListedShare } from '@/lib/sharing/share-texts'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

/** All links: what each reveals, how it was used, and the button that ends it. */
export function ShareList({ shares }: { shares: ListedShare[] }) {
  return (
    <ul className="grid gap-2">
      {shares.map((share) => (
        <li key={share.id}>
          <ShareRow share={share} />
        </li>
      ))}
    </ul>
  )
}

function ShareRow({ share }: { share: ListedShare }) {
  const { id, url, runId, title, isOfOne, choices } = share
  const [state, setState] = useState(share.state)
  const [isRevoking, setRevoking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isOpen = state === 'open'

  async function revoke() {
    setRevoking(true)
    const answer = await fetch(`/api/v1/shares/${id}/revoke`, { method: 'POST' }).catch(() => undefined)
    setProblem(answer?.ok ? undefined : 'It was not revoked: the server did not take it. Try again.')
    setRevoking(false)
    if (answer?.ok) setState('revoked')
  }

  return (
    <article
      aria-labelledby={`share-${id}`}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-panel px-4 py-3"
    >
      <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
        <h2 id={`share-${id}`} className="truncate text-sm font-semibold">
          <Link href={`/runs/${runId}`} prefetch={false} className="hover:underline">
            {title}
          </Link>
        </h2>
        <p className="text-xs text-muted">
          {isOfOne ? 'One result of the run. ' : ''}
          {revealText(choices)}.
        </p>
        <p className="text-xs text-muted">{usageText(share)}</p>
        {share.tally.length > 0 && <p className="text-xs text-muted">{tallyText(share)}</p>}
        {problem && (
          <p role="alert" className="text-xs text-danger">
            {problem}
          </p>
        )}
      </div>
      {isOpen ? (
        <div className="flex flex-wrap items-center gap-2">
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-flex items-center text-sm text-accent-text underline pointer-coarse:min-h-11"
          >
            Open
          </a>
          <CopyButton text={url} className="pointer-coarse:h-11" />
          <Button
            size="small"
            variant="danger"
            className="pointer-coarse:h-11"
            disabled={isRevoking}
            onClick={() => void revoke()}
          >
            {isRevoking ? 'Revoking…' : 'Revoke'}
          </Button>
        </div>
      ) : (
        <p className="text-sm text-muted">{stateTexts[state]}</p>
      )}
    </article>
  )
}

/** "FLUX.1 Dev 2 won, 1 lost; …". */
function tallyText({ tally }: ListedShare): string {
  return tally
    .map(({ name, won, tied, lost }) =>
      [`${name}: ${won} won`, tied > 0 && `${tied} tied`, `${lost} lost`].filter(Boolean).join(', '),
    )
    .join('; ')
}

const stateTexts: Record<Exclude<ListedShare['state'], 'open'>, string> = {
  ended: 'Ended',
  revoked: 'Revoked',
  'in-trash': 'The run is in the trash',
}

/** "Made 2026-11-21 · 3 visits, last 2026-11-22 09:10 UTC · 4 votes of 2 visitors · ends 2026-12-01". */
function usageText({
  createdAt,
  visits,
  lastVisitAt,
  votes,
  visitors,
  endsAt,
  choices,
}: ListedShare): string {
  const last = lastVisitAt === null ? '' : `, last ${timeText(lastVisitAt)}`
  return [
    `Made ${timeText(createdAt).slice(0, 10)}`,
    `${visits} ${visits === 1 ? 'visit' : 'visits'}${last}`,
    (choices.voting || votes > 0) &&
      `${votes} ${votes === 1 ? 'vote' : 'votes'}${votes > 0 ? ` of ${visitors} ${visitors === 1 ? 'visitor' : 'visitors'}` : ''}`,
    endsAt !== null && `ends ${timeText(endsAt)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The same on server and page, wherever each of them is. */
function timeText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
