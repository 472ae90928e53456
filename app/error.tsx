'use client'

import { Button } from '@/components/ui/button'

/** A page that could not be made. What is stored is not touched by it. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="grid justify-items-center gap-3 p-16 text-center">
      <h1 className="text-lg font-semibold">This page could not be shown</h1>
      <p className="text-muted">
        Your runs and pictures are safe on the server. Try again; if it stays so, its log says why.
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </div>
  )
}
