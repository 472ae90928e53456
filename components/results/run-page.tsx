'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RunResults, type RunResultsProps } from './run-results'

let browserClient: QueryClient | undefined

/** A run with the polling it needs: only pages that show a run load React Query. */
export function RunPage(props: RunResultsProps) {
  const [client] = useState(clientForPage)
  return (
    <QueryClientProvider client={client}>
      <RunResults {...props} />
    </QueryClientProvider>
  )
}

/** One in the browser: the router may bring back a page it kept, which then must not know less than it did. */
function clientForPage(): QueryClient {
  if (typeof window === 'undefined') return newClient()
  return (browserClient ??= newClient())
}

function newClient() {
  return new QueryClient({ defaultOptions: { queries: { staleTime: 0 } } })
}
