'use client'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { askServer } from '@/components/ui/ask-server'
import { overBudgetBefore, type BudgetRoom } from '@/lib/ledger/budget-room'
import { onSpending } from './spending'

interface BudgetLeftProps {
  /** Predictions in all. */
  count: number
  /** US cents that would really be spent. */
  cents: number
  runId: string | undefined
}

/** One for all places: what is left is the same in each. */
const client = new QueryClient()
const queryKey = ['budgets']
/** Cells of a board end close together: one request for them all. */
const pauseMs = 1000

export function BudgetLeft(props: BudgetLeftProps) {
  return (
    <QueryClientProvider client={client}>
      <Sentence {...props} />
    </QueryClientProvider>
  )
}

function Sentence({ count, cents, runId }: BudgetLeftProps) {
  const { data } = useQuery({
    queryKey: [...queryKey, runId],
    queryFn: ({ signal }) => askServer<{ rooms: BudgetRoom[] }>('GET', addressOf(runId), undefined, signal),
    // Nothing waits for it: the next run or focus asks again.
    retry: false,
  })
  useEffect(askAgainAfterSpending, [])
  const sentence = data && overBudgetBefore({ count, cents }, data.rooms)
  return (
    <p role="status" className="flex gap-1.5 text-xs text-warning empty:sr-only">
      {sentence ? (
        <>
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span className="min-w-0">{sentence}</span>
        </>
      ) : null}
    </p>
  )
}

function addressOf(runId: string | undefined): string {
  return runId === undefined ? '/api/v1/budgets' : `/api/v1/budgets?run=${encodeURIComponent(runId)}`
}

function askAgainAfterSpending(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = onSpending(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      void client.invalidateQueries({ queryKey })
    }, pauseMs)
  })
  return () => {
    end()
    clearTimeout(timer)
  }
}
