'use client'
import { samples, type Sample } from '@/lib/samples'

/** The pictures that ship with Diptych, with their credits. */
export function SamplesMenu({ onPick }: { onPick: (sample: Sample) => void }) {
  return (
    <ul className="mt-2 grid grid-cols-3 gap-2 text-left" aria-label="Sample pictures">
      {samples.map((sample) => (
        <li key={sample.file}>
          <button
            type="button"
            className="w-full rounded-md border border-line bg-panel hover:bg-raised"
            aria-label={`Add the sample ${sample.title}`}
            onClick={() => onPick(sample)}
          >
            <img
              src={sample.file.replace('.jpg', '-160.webp')}
              alt=""
              className="h-20 w-full rounded-t-md object-contain"
            />
            <span className="block p-1 text-xs">{sample.title}</span>
          </button>
          <p className="mt-0.5 text-xs break-words text-muted">
            {sample.credit}, {sample.licence}
          </p>
        </li>
      ))}
    </ul>
  )
}
