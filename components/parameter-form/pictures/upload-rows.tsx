'use client'
import { RotateCw, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useFormContextValue } from '../form-context'
import type { Upload } from './upload-queue'

/** The pictures on their way into one slot: how far each is, or why it failed. */
export function UploadRows({ rows }: { rows: readonly Upload[] }) {
  const { uploads } = useFormContextValue()
  return (
    <ul className="space-y-1">
      {rows.map((upload) => (
        <li
          key={upload.key}
          className="flex items-center gap-2 rounded-md border border-line bg-panel py-1 pr-1 pl-2"
        >
          <div className="min-w-0 flex-1 text-xs">
            <p className="truncate" title={upload.name}>
              {upload.name}
            </p>
            <UploadState upload={upload} />
          </div>
          {upload.state === 'failed' ? (
            <Button
              variant="quiet"
              size="icon-small"
              aria-label={`Try ${upload.name} again`}
              onClick={() => uploads.retry(upload.key)}
            >
              <RotateCw aria-hidden />
            </Button>
          ) : null}
          <Button
            variant="quiet"
            size="icon-small"
            aria-label={`${upload.state === 'failed' ? 'Dismiss' : 'Cancel'} ${upload.name}`}
            onClick={() => uploads.remove(upload.key)}
          >
            <X aria-hidden />
          </Button>
        </li>
      ))}
    </ul>
  )
}

function UploadState({ upload }: { upload: Upload }) {
  if (upload.state === 'failed')
    return (
      <p role="alert" className="text-danger">
        {upload.error}
      </p>
    )
  if (upload.state === 'waiting') return <p className="text-muted">Waiting…</p>
  return (
    <progress
      className="block h-1.5 w-full accent-accent"
      aria-label={`Uploading ${upload.name}`}
      value={upload.progress}
    />
  )
}
