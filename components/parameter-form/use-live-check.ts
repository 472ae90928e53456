'use client'
import { useEffect, useRef } from 'react'
import { useFormState } from 'react-hook-form'
import type { Asset } from '@/lib/assets/asset'
import type { PlaygroundFormControl } from './form-context'
import { maskOf } from './mask/picture-masks'
import type { ValuesStore } from './values-store'

/**
 * Checks all values shortly after each change, and at once what a link brought along. An untouched start is not
 * checked, so that zod is not part of the first load.
 */
export function useLiveCheck(
  form: PlaygroundFormControl,
  values: ValuesStore,
  pictures: ReadonlyMap<string, Asset>,
): void {
  const hasChecked = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const check = (delay: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        hasChecked.current = true
        void form.trigger()
      }, delay)
    }
    const { input, masks, choices, sweep } = values.snapshot()
    const isTouched = choices.some(({ values: own, override }) => override ?? Object.keys(own).length > 0)
    if (isTouched || sweep.axes.length > 0 || input.seed !== undefined || maskOf(masks, input.images))
      check(0)
    const unsubscribe = values.subscribe(() => check(150))
    return () => {
      clearTimeout(timer.current)
      unsubscribe()
    }
  }, [form, values])

  // A run checks by itself; a check after it would wipe out what the server refused.
  const { isSubmitting } = useFormState({ control: form.control })
  useEffect(() => {
    if (isSubmitting) clearTimeout(timer.current)
  }, [isSubmitting])

  // The check of a mask needs the facts of the pictures, which may come after the values.
  useEffect(() => {
    if (hasChecked.current) void form.trigger()
  }, [form, pictures])
}
