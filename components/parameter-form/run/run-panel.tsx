'use client'
import { useRef } from 'react'
import { useFormState } from 'react-hook-form'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { useFormContextValue } from '../form-context'
import { flattenErrors } from '../form-errors'
import { useUploads } from '../pictures/use-uploads'
import { usePlan, usePlaygroundValues } from '../use-playground-values'
import { RunBar } from './run-bar'
import { runReasons } from './run-reasons'
import { showWhenThere } from './show-field'
import { useRun, type OnRun } from './use-run'
import { useRunKey } from './use-run-key'

// Fetched when a run is dearer than the person's limit.
const ConfirmRun = loadedWhenUsed(() => import('./confirm-run').then((module) => module.ConfirmRun))

interface RunPanelProps {
  onRun: OnRun
  busy: boolean
  /** Run was pressed, whatever came of it. */
  onTried: () => void
  /** The seed that is sent, drawn or given. */
  onSeed: (seed: number | undefined) => void
  /** Brings the fields into view before one of them gets the focus. */
  onShowForm: () => void
}

/** Puts together what Run needs to know, and runs. */
export function RunPanel({ onRun, busy, onTried, onSeed, onShowForm }: RunPanelProps) {
  const { form } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const uploads = useUploads()
  const values = usePlaygroundValues()
  const { plan, check } = usePlan()
  const here = useRef<HTMLDivElement>(null)

  // What the server refused may be otherwise the next time: it stands at its field, and Run may be tried again.
  const problems = flattenErrors(errors, 'server')
  const state = { values, plan, check, uploads }
  const reasons = runReasons({ ...state, problems })

  function show(path: string) {
    onShowForm()
    const element = here.current?.closest('form')
    // After the tab has changed.
    if (element) showWhenThere(element, path)
  }
  const { run, isStarting, failure, asked } = useRun({ onRun, onSeed, onRefused: show })

  function tryToRun() {
    onTried()
    if (isStarting || busy) return
    // The fields are checked anew by the run itself: what stands beside them lags a moment behind the typing.
    if (runReasons({ ...state, problems: [] }).length === 0) return void run()
    // An untouched form has not been checked yet: now its fields say what is wrong with them.
    void form.trigger()
    const first = reasons.find(({ path }) => path !== undefined)
    if (first?.path) show(first.path)
  }
  useRunKey(here, tryToRun)

  return (
    <div ref={here} className="sticky bottom-0 z-10">
      <RunBar
        plan={plan}
        check={check}
        reasons={reasons}
        isStarting={isStarting || busy}
        failure={failure}
        onRun={tryToRun}
        onShow={show}
      />
      {asked ? <ConfirmRun asked={asked} /> : null}
    </div>
  )
}
