'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RunResults, type RunResultsProps } from './run-results'

/** A run with the polling it needs: only pages that show a run load React Query. */
export function RunPage(props: RunResultsProps) {
  const [client] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 0 } } }))
  return (
    <QueryClientProvider client={client}>
      <RunResults {...props} />
    </QueryClientProvider>
  )
}
