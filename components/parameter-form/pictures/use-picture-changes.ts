'use client'
import { useState } from 'react'
import { setFormValue, useFormContextValue } from '../form-context'
import { useFromValues } from '../use-playground-values'
import { changedPictures, valueAt, type PictureChange, type ValueChange } from './changed-pictures'

interface Step {
  before: ValueChange[]
  after: ValueChange[]
  /** What was done, for the person. */
  told: string
}

/** Changes of a list of pictures, each with the instructions that name them; the last one can be taken back. */
export function usePictureChanges() {
  const { form, values } = useFormContextValue()
  const [step, setStep] = useState<Step>()
  // Once anything of it was changed again, there is no way back that would not lose that.
  const isAsLeft = useFromValues(
    (now) => step?.after.every(({ path, value }) => isSame(valueAt(now, path), value)) ?? false,
  )

  function set(changes: readonly ValueChange[]) {
    for (const { path, value } of changes) setFormValue(form, path, structuredClone(value))
  }

  return {
    /** @param also  what goes with the change: a mask, for one */
    change(told: string, change: PictureChange, also: readonly ValueChange[] = []) {
      const now = values.snapshot()
      const after = [...changedPictures(now, change), ...also]
      const before = after.map(({ path }) => ({ path, value: valueAt(now, path) }))
      set(after)
      const isRenumbered = after.length - also.length > 1
      setStep({ before, after, told: isRenumbered ? `${told} Mentions in the instruction follow.` : told })
    },
    told: step && isAsLeft ? step.told : '',
    undo:
      step && isAsLeft
        ? () => {
            set(step.before)
            setStep(undefined)
          }
        : undefined,
  }
}

/** Null is how a model's own value is empty. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
}
