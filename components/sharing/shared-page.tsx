'use client'

import { EyeOff, Shuffle } from 'lucide-react'
import { useState } from 'react'
import type { SharedView } from '@/lib/sharing/shared-view'
import { SandboxBadge } from '@/components/results/sandbox-badge'
import type { BoardLayout } from '@/components/board/board-layout'
import { Button, buttonClass } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { SharedBoard } from './shared-board'
import { SharedResultPanel } from './shared-result-panel'

const SharedRound = loadedWhenUsed(() => import('./shared-round').then((code) => code.SharedRound))

export interface SharedPageProps {
  token: string
  view: SharedView
  /** Where the cells stand, if that may be told; its positions count from 0. */
  layout: BoardLayout | null
}

/** What somebody was sent: pictures, and of what is known of them only what was chosen. Nothing can be changed here. */
export function SharedPage({ token, view, layout }: SharedPageProps) {
  const { title, results, pairs } = view
  const [isVoting, setVoting] = useState(false)
  const [only] = results.length === 1 ? results : []
  return (
    <div className="mx-auto grid max-w-[1600px] grid-cols-1 gap-4 p-4">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h1 className="max-h-40 min-w-0 max-w-prose flex-1 basis-72 overflow-y-auto text-base font-semibold [overflow-wrap:anywhere]">
          {title}
        </h1>
        <div className="flex flex-wrap items-center gap-2 sm:ml-auto">
          {results.some(({ sandbox }) => sandbox) && <SandboxBadge />}
          {pairs.length > 0 && (
            <Button
              variant="primary"
              className="pointer-coarse:h-11"
              onPointerEnter={SharedRound.preload}
              onFocus={SharedRound.preload}
              onClick={() => setVoting(true)}
            >
              <EyeOff aria-hidden /> Vote blind
            </Button>
          )}
          <a
            href={`/?remix=${token}`}
            rel="nofollow"
            title="Opens the playground with what is shown here"
            className={buttonClass({ className: 'pointer-coarse:h-11' })}
          >
            <Shuffle aria-hidden /> Remix
          </a>
        </div>
      </header>
      {results.length === 0 ? (
        <p className="py-8 text-center text-muted">
          No picture is finished yet. Open the link again in a moment.
        </p>
      ) : only ? (
        <SharedResultPanel view={view} result={only} />
      ) : (
        <SharedBoard view={view} layout={layout} />
      )}
      {isVoting && <SharedRound token={token} view={view} onClose={() => setVoting(false)} />}
    </div>
  )
}
