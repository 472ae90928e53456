'use client'

import { useMemo, useState } from 'react'
import type { SharedView } from '@/lib/sharing/shared-view'
import { SandboxBadge } from '@/components/results/sandbox-badge'
import { Viewer } from '@/components/viewer/viewer'
import { sharedFrames } from './shared-frames'
import { useSharedMeasures } from './use-shared-measures'

/** The viewer alone, as large as the frame that another page shows it in. */
export function SharedEmbed({ token, view }: { token: string; view: SharedView }) {
  const { results, title } = view
  const measures = useSharedMeasures(view, results)
  const frames = useMemo(() => sharedFrames(view, results, measures), [view, results, measures])
  const [first] = results
  const [before, setBefore] = useState(first?.inputs[0])
  const [after, setAfter] = useState(first?.pictures[0]?.name ?? '')
  return (
    <div className="flex h-dvh flex-col gap-2 p-2">
      <div className="min-h-0 flex-1">
        {first ? (
          <Viewer
            frames={frames}
            before={before}
            after={after}
            reference={first.inputs[0]}
            fill
            onBeforeChange={setBefore}
            onAfterChange={setAfter}
          />
        ) : (
          <p className="grid h-full place-content-center text-muted">No picture is finished yet.</p>
        )}
      </div>
      <footer className="flex items-center gap-3 text-xs">
        <h1 className="min-w-0 flex-1 truncate font-semibold">{title}</h1>
        {results.some(({ sandbox }) => sandbox) && <SandboxBadge />}
        <a
          href={`/s/${token}`}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center text-accent-text underline pointer-coarse:min-h-11"
        >
          Open in Diptych
        </a>
      </footer>
    </div>
  )
}
