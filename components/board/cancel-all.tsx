'use client'

import { CircleX } from 'lucide-react'
import { useState } from 'react'
import { useRunActions } from '@/components/results/run-actions'
import { Button } from '@/components/ui/button'

/** Cancels all that is unfinished, and stays to say what that came to: what was not sent, ended, or may still bill. */
export function CancelAll({ isActive }: { isActive: boolean }) {
  const { cancelAll } = useRunActions()
  const [isAsking, setIsAsking] = useState(false)
  const [outcome, setOutcome] = useState<string>()

  async function ask() {
    setIsAsking(true)
    setOutcome(await cancelAll())
    setIsAsking(false)
  }

  return (
    <>
      {isActive && (
        <Button
          size="small"
          variant="danger"
          className="pointer-coarse:h-11"
          disabled={isAsking}
          onClick={() => void ask()}
        >
          <CircleX aria-hidden /> {isAsking ? 'Canceling…' : 'Cancel all'}
        </Button>
      )}
      <p role="status" className="text-xs text-muted empty:hidden">
        {outcome}
      </p>
    </>
  )
}
