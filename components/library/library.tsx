'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { LibraryView, type LibraryViewProps } from './library-view'

let browserClient: QueryClient | undefined

/** The library with what it has loaded: that is still there when one comes back from a run. */
export function Library(props: LibraryViewProps) {
  const [client] = useState(clientForPage)
  return (
    <QueryClientProvider client={client}>
      <LibraryView {...props} />
    </QueryClientProvider>
  )
}

function clientForPage(): QueryClient {
  return typeof window === 'undefined' ? new QueryClient() : (browserClient ??= new QueryClient())
}
