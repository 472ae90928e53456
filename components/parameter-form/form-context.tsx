'use client'
import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import { get, useFormState, type FieldError, type FieldPath, type UseFormReturn } from 'react-hook-form'
import type { Asset } from '@/lib/assets/asset'
import type { Model } from '@/lib/models/model'
import type { UploadQueue } from './pictures/upload-queue'
import type { ValuesStore } from './values-store'
import type { ResolverContext } from './playground-resolver'
import type { PlaygroundValues } from './playground-values'

export type PlaygroundFormControl = UseFormReturn<PlaygroundValues, ResolverContext>

export interface FormContextValue {
  form: PlaygroundFormControl
  values: ValuesStore
  model: Model
  /** Facts of every picture this form has met, by asset id. */
  pictures: ReadonlyMap<string, Asset>
  uploads: UploadQueue
  /** The seed of the last run from this form, to be kept on wish. */
  lastSeed: number | undefined
  /** Once Run was tried, fields that are merely empty say so too. */
  runWasTried: boolean
}

export const FormContext = createContext<FormContextValue | undefined>(undefined)

export function useFormContextValue(): FormContextValue {
  const context = use(FormContext)
  if (!context) throw new Error('Fields of the playground live inside <PlaygroundForm>.')
  return context
}

/** The value at one path; the component draws again only when that value changes. */
export function useFormValue(path: string): unknown {
  const { form } = useFormContextValue()
  const name = path as FieldPath<PlaygroundValues>
  // Not useWatch: it reads "undefined" as "the first value", so that a field could never be reset.
  return useSyncExternalStore(
    useCallback(
      (changed: () => void) => form.subscribe({ name, formState: { values: true }, callback: changed }),
      [form, name],
    ),
    () => form.getValues(name),
    () => form.getValues(name),
  )
}

export function useSetFormValue(): (path: string, value: unknown) => void {
  const { form } = useFormContextValue()
  return useCallback((path, value) => setFormValue(form, path, value), [form])
}

/** Paths come from the table at run time, so the compiler can't know the type at their end; the schema checks it. */
export function setFormValue(form: PlaygroundFormControl, path: string, value: unknown): void {
  form.setValue(path as FieldPath<PlaygroundValues>, value as never, { shouldDirty: true })
}

/** What is wrong at a path, if it should be said now: an empty field is not scolded before Run was tried. */
export function useProblem(path: string): string | undefined {
  const { form, runWasTried } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const value = useFormValue(path)
  const error = get(errors, path) as FieldError | undefined
  const message = error?.message
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return typeof message === 'string' && (runWasTried || !isEmpty) ? message : undefined
}
