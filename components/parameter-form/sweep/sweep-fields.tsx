'use client'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { setFormValue, useFormContextValue } from '../form-context'
import { axisPath, mostAxes, type FormAxis, type Sweep } from '../playground-values'
import { showWhenThere } from '../run/show-field'
import { usePlaygroundValues } from '../use-playground-values'
import { AxisField } from './axis-field'
import { Samples } from './samples'
import { sweepableRows, type SweepableRow } from './sweepable-rows'

/** Samples of each model, and up to two parameters that are varied. */
export function SweepFields() {
  const { form, models } = useFormContextValue()
  const { input, choices, sweep } = usePlaygroundValues()
  const rows = sweepableRows(models)
  const swept = sweep.axes.map(({ parameter }) => parameter)
  const free = rows.filter(({ name }) => !swept.includes(name))

  function set(next: Partial<Sweep>) {
    setFormValue(form, 'sweep', structuredClone({ ...sweep, ...next }))
  }
  /** An axis begins with what stands in the field it takes the place of. */
  function begin({ name, row, options }: SweepableRow): FormAxis {
    if (options) return { parameter: name, values: [] }
    const now = row.kind === 'text' ? input.prompt : name === 'seed' ? input.seed : choices[0]?.values[name]
    const isThere = now !== undefined && now !== null && now !== ''
    return { parameter: name, text: isThere ? `${String(now)}${row.kind === 'text' ? ' || ' : ', '}` : '' }
  }
  function add(target: HTMLElement) {
    const row = free.find((one) => one.row.kind === 'number' || one.row.kind === 'integer') ?? free[0]
    if (!row) return
    set({ axes: [...sweep.axes, begin(row)] })
    const element = target.closest('form')
    if (element) showWhenThere(element, axisPath(sweep.axes.length))
  }

  return (
    <div className="space-y-4 pt-1 pb-2">
      <Samples
        samples={sweep.samples}
        seedsAreSwept={swept.includes('seed')}
        onChange={(samples) => set({ samples })}
      />
      {sweep.axes.map((axis, index) => (
        <AxisField
          key={index}
          axis={axis}
          index={index}
          rows={rows.filter(({ name }) => name === axis.parameter || !swept.includes(name))}
          onParameter={(row) => set({ axes: sweep.axes.with(index, begin(row)) })}
          onValues={(values) =>
            set({ axes: sweep.axes.with(index, { parameter: axis.parameter, ...values }) })
          }
          onRemove={() => set({ axes: sweep.axes.toSpliced(index, 1) })}
        />
      ))}
      {sweep.axes.length < mostAxes && free.length > 0 ? (
        <Button size="small" data-add-axis onClick={(event) => add(event.currentTarget)}>
          <Plus aria-hidden />
          {sweep.axes.length === 0 ? 'Sweep a parameter' : 'Sweep a second parameter'}
        </Button>
      ) : null}
    </div>
  )
}
