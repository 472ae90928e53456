'use client'

import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { assetUrl } from '@/lib/assets/asset-urls'
import { fileEnding } from '@/lib/models/download-name'
import type { SharedResult, SharedView } from '@/lib/sharing/shared-view'
import { ResultViewer } from '@/components/results/result-viewer'
import { buttonClass } from '@/components/ui/button'
import { sharedFrames } from './shared-frames'
import { useSharedMeasures } from './use-shared-measures'

/** One result: before and after, and what is told of it. */
export function SharedResultPanel({ view, result }: { view: SharedView; result: SharedResult }) {
  const results = useMemo(() => [result], [result])
  const measures = useSharedMeasures(view, results)
  const frames = useMemo(() => sharedFrames(view, results, measures), [view, results, measures])
  const [first] = result.inputs
  const [before, setBefore] = useState(first)
  const [after, setAfter] = useState(result.pictures[0]?.name ?? '')
  const picture = result.pictures.find(({ name }) => name === after) ?? result.pictures[0]
  return (
    <section aria-label="Result" className="overflow-hidden rounded-lg border border-line bg-panel">
      <div className="p-3">
        <ResultViewer
          frames={frames}
          before={before}
          after={after}
          reference={first}
          keepsExtras={first !== undefined}
          onAfterChange={setAfter}
          onBeforeChange={setBefore}
        />
      </div>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 border-t border-line px-4 py-3">
        {result.facts.length > 0 && (
          <dl className="grid min-w-0 flex-1 basis-80 grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3 xl:grid-cols-4">
            {result.facts.map(({ name, value }) => (
              <div key={name} className="min-w-0">
                <dt className="text-xs text-muted">{name}</dt>
                <dd className="[overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {picture && (
          <a
            className={buttonClass({ className: 'pointer-coarse:h-11' })}
            href={assetUrl(picture.id)}
            download={`${picture.name}.${fileEnding(picture.type)}`}
          >
            <Download aria-hidden /> Download
          </a>
        )}
      </div>
    </section>
  )
}
