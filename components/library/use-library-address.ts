'use client'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { libraryAddress, type LibraryQuery } from '@/lib/library/library-query'

export interface LibraryAddress {
  /** What was asked for last, before the server has answered. */
  wanted: LibraryQuery
  isPending: boolean
  /** Shows another query under its own address; `replace` leaves none to go back to, as while one types. */
  show(next: Partial<LibraryQuery>, how?: 'push' | 'replace'): void
}

export function useLibraryAddress(query: LibraryQuery): LibraryAddress {
  const router = useRouter()
  const [isPending, startMove] = useTransition()
  const [wanted, setWanted] = useOptimistic(query)
  return {
    wanted,
    isPending,
    show(next, how = 'push') {
      const whole = { ...wanted, ...next }
      startMove(() => {
        setWanted(whole)
        router[how](libraryAddress(whole), { scroll: false })
      })
    },
  }
}
