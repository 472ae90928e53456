'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { trashDays } from '@/lib/library/trash-days'
import { Button } from '@/components/ui/button'
import { changeRuns } from './library-requests'

/** A run's own page while it is in the trash. */
export function RunInTrash({ id, title }: { id: string; title: string | undefined }) {
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<string>()

  async function restore() {
    setIsBusy(true)
    setFailure(undefined)
    try {
      await changeRuns([id], { trash: false })
      router.refresh()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'It could not be restored. Try again.')
      setIsBusy(false)
    }
  }

  return (
    <div className="grid justify-items-center gap-3 p-16 text-center">
      <h1 className="text-lg font-semibold">This run is in the trash</h1>
      {title && <p className="max-w-prose [overflow-wrap:anywhere]">“{title.slice(0, 200)}”</p>}
      <p className="text-muted">
        It is removed for good {trashDays} days after it was deleted. Restored, it is as it was.
      </p>
      <p className="flex flex-wrap justify-center gap-2">
        <Button
          variant="primary"
          className="pointer-coarse:h-11"
          aria-disabled={isBusy || undefined}
          onClick={() => {
            if (!isBusy) void restore()
          }}
        >
          {isBusy ? 'Restoring…' : 'Restore'}
        </Button>
        <Link href="/library?trash=yes" className="px-2 py-2 text-accent-text underline">
          See the trash
        </Link>
      </p>
      {failure && (
        <p role="alert" className="text-danger">
          {failure}
        </p>
      )}
    </div>
  )
}
