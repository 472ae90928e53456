'use client'
import { useRef } from 'react'
import { preFlight, type ProviderAccess } from '@/lib/models/pre-flight'
import { useFormState } from 'react-hook-form'
import { flattenErrors } from '../field-problems'
import { useFormContextValue } from '../form-context'
import { useUploads } from '../pictures/use-uploads'
import { compactValues } from '../playground-values'
import { usePlaygroundValues } from '../use-playground-values'
import { RunBar } from './run-bar'
import { runReasons } from './run-reasons'
import { showField } from './show-field'
import { useRun, type OnRun } from './use-run'
import { useRunKey } from './use-run-key'

interface RunPanelProps {
  access: ProviderAccess
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
export function RunPanel({ access, onRun, busy, onTried, onSeed, onShowForm }: RunPanelProps) {
  const { form, model, pictures } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const uploads = useUploads()
  const values = usePlaygroundValues()
  const here = useRef<HTMLDivElement>(null)

  const { input, choice } = compactValues(values)
  const check = preFlight(model, input, choice.values, pictures, access)
  // What the server refused may be otherwise the next time: it stands at its field, and Run may be tried again.
  const problems = flattenErrors(errors, 'server')
  const state = { model, values, uploads, preFlight: check }
  const reasons = runReasons({ ...state, problems })

  function show(path: string) {
    onShowForm()
    // After the tab has changed.
    requestAnimationFrame(() => {
      const element = here.current?.closest('form')
      if (element) showField(element, path)
    })
  }
  const { run, isStarting, failure } = useRun({ onRun, onSeed, onRefused: show })

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
        preFlight={check}
        mode={access.mode}
        reasons={reasons}
        isStarting={isStarting || busy}
        failure={failure}
        onRun={tryToRun}
        onShow={show}
      />
    </div>
  )
}
