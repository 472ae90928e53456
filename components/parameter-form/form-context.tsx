'use client'
import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import { get, useFormState, type FieldError, type FieldPath, type UseFormReturn } from 'react-hook-form'
import type { Asset } from '@/lib/assets/asset'
import type { Model } from '@/lib/models/model'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { ProviderId } from '@/lib/models/providers'
import type { UploadQueue } from './pictures/upload-queue'
import type { ChoiceActions } from './use-form-actions'
import type { ValuesStore } from './values-store'
import type { ResolverContext } from './playground-resolver'
import { overridePath, sharedPath, type PlaygroundValues } from './playground-values'

export type PlaygroundFormControl = UseFormReturn<PlaygroundValues, ResolverContext>

export interface FormContextValue {
  form: PlaygroundFormControl
  values: ValuesStore
  /** Of the choices, in their order. */
  models: readonly Model[]
  choiceActions: ChoiceActions
  /** How each provider is reached on this server. */
  providerAccess: Record<ProviderId, ProviderAccess>
  /** Facts of every picture this form has met, by asset id. */
  pictures: ReadonlyMap<string, Asset>
  /** Makes the facts of stored pictures known, before their ids are put in. */
  addPictures: (pictures: readonly Asset[]) => void
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
    () => read(form, name),
    () => read(form, name),
  )
}

/** A model's own and empty value reads as any empty one. */
function read(form: PlaygroundFormControl, name: FieldPath<PlaygroundValues>): unknown {
  return (form.getValues(name) as unknown) ?? undefined
}

export function useSetFormValue(): (path: string, value: unknown) => void {
  const { form } = useFormContextValue()
  return useCallback((path, value) => setFormValue(form, path, value), [form])
}

/** Paths come from the table at run time, so the compiler can't know the type at their end; the schema checks it. */
export function setFormValue(form: PlaygroundFormControl, path: string, value: unknown): void {
  // A model's own value stays its own when it is emptied, until the person gives the shared one back.
  const kept = value === undefined && path.includes('.override.') ? null : value
  form.setValue(path as FieldPath<PlaygroundValues>, kept as never, { shouldDirty: true })
}

/** Which choice the fields around belong to; 0 where there is only one, undefined for what all share. */
export const ChoiceContext = createContext<number | undefined>(undefined)

/** The pictures that the fields around will be sent with. */
export function useImages(): readonly string[] {
  const choice = use(ChoiceContext)
  const shared = useFormValue(sharedPath('images')) as string[] | undefined
  const own = useFormValue(overridePath(choice ?? 0, 'images')) as string[] | undefined
  return (choice === undefined ? undefined : own) ?? shared ?? none
}
const none: readonly string[] = []

/** What is wrong at a path, if it should be said now: an empty field is not scolded before Run was tried. */
export function useProblem(path: string): string | undefined {
  const { form, runWasTried } = useFormContextValue()
  const { errors } = useFormState({ control: form.control })
  const value = useFormValue(path)
  const error = get(errors, path) as FieldError | undefined
  const message = error?.message
  // A mask is kept with its picture, and never merely missing.
  const isEmpty =
    !path.endsWith('.mask') &&
    (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
  return typeof message === 'string' && (runWasTried || !isEmpty) ? message : undefined
}
