'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useMemo, useRef, useState, useTransition, type ReactNode } from 'react'
import { loggedOut } from '@/lib/access/logged-out'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { ProviderId } from '@/lib/models/providers'
import { models } from '@/lib/models/registry'
import type { RunPlan } from '@/lib/models/run-plan'
import { PlaygroundForm } from '@/components/parameter-form/playground-form'
import { PlaygroundFormProvider } from '@/components/parameter-form/playground-form-handle'
import { noSweep, type PlaygroundValues } from '@/components/parameter-form/playground-values'
import type { RunRefusal } from '@/components/parameter-form/run/use-run'
import { classNames } from '@/components/ui/class-names'
import { randomId } from '@/components/ui/random-id'
import { StartRunContext, type RunRefusedAnswer, type StartRun } from './start-run'

export interface PlaygroundProps {
  providerAccess: Record<ProviderId, ProviderAccess>
  /** The server action. */
  submitRun(plan: RunPlan, attemptKey: string): Promise<{ runId: string } | RunRefusedAnswer>
  /** The page beside the form: the start, or a run. */
  children: ReactNode
}

/**
 * On a phone a run's page begins with its result; the form below starts off the screen, so that no result pushes it
 * about. Its row is kept from the first byte on: a browser may draw the form before the result has come.
 */
const phoneRun = {
  rows: 'grid-rows-[minmax(calc(100svh-3rem),auto)_auto] lg:grid-rows-none',
  result: 'row-start-1 lg:row-start-auto',
  form: 'row-start-2 lg:row-start-auto',
}

const emptyForm: PlaygroundValues = {
  input: { images: [] },
  choices: [{ modelId: models[0]?.id ?? '', values: {} }],
  sweep: noSweep,
}

/** The form and, beside it, what the page shows. The form lives in the layout: it stays while the pages change. */
export function Playground({ providerAccess, submitRun, children }: PlaygroundProps) {
  const pathname = usePathname()
  const isRunPage = pathname.startsWith('/runs/')
  const [firstPath] = useState(pathname)
  const start = useStart(submitRun, firstPath)

  return (
    <PlaygroundFormProvider>
      <StartRunContext value={start}>
        <div
          className={classNames(
            'grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[26rem_minmax(0,1fr)]',
            isRunPage && phoneRun.rows,
          )}
        >
          {/* The column goes on below the form, which is as high as what the header leaves: Run and what stands in its way
          are on the screen before anything is scrolled. */}
          <div className={classNames('border-line bg-panel lg:border-r', isRunPage && phoneRun.form)}>
            <aside
              aria-label="Input"
              className="px-4 pt-3 lg:sticky lg:top-0 lg:h-[calc(100dvh-3rem)] lg:overflow-y-auto"
            >
              <PlaygroundForm
                providerAccess={providerAccess}
                initial={emptyForm}
                initialPictures={[]}
                keepDraft={!firstPath.startsWith('/runs/')}
                busy={start.isStarting}
                onRun={async (plan) => refusalOf(await start.startRun(plan))}
              />
            </aside>
          </div>
          <div className={classNames('min-w-0 p-4', isRunPage && phoneRun.result)}>{children}</div>
        </div>
      </StartRunContext>
    </PlaygroundFormProvider>
  )
}

/** In the form's terms. */
function refusalOf(answer: RunRefusedAnswer | undefined): RunRefusal {
  return answer
    ? {
        error: answer.error,
        issues: answer.issues.map((issue) => ({ ...issue, path: issue.path.split('.') })),
      }
    : {}
}

function useStart(submitRun: PlaygroundProps['submitRun'], firstPath: string): StartRun {
  const router = useRouter()
  const [isSending, setIsSending] = useState(false)
  const [isNavigating, startTransition] = useTransition()
  const hasStarted = useRef(false)

  return useMemo(
    () => ({
      async startRun(plan) {
        setIsSending(true)
        try {
          const answer = await submitRun(plan, randomId())
          if ('error' in answer) return answer
          hasStarted.current = true
          startTransition(() => router.push(`/runs/${answer.runId}`))
          return undefined
        } catch (error) {
          // The server's own word for it: nothing was started.
          if (error instanceof Error && error.message === loggedOut) return { error: loggedOut, issues: [] }
          return {
            error:
              'The server could not be reached, so it is not known whether the run started. Look in the library ' +
              'before you run again.',
            issues: [],
          }
        } finally {
          setIsSending(false)
        }
      },
      isStarting: isSending || isNavigating,
      isFirstPage: () => !hasStarted.current && window.location.pathname === firstPath,
    }),
    [submitRun, router, firstPath, isSending, isNavigating],
  )
}
