'use client'
import { useImperativeHandle, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { Tabs } from '@/components/ui/tabs'
import type { Asset } from '@/lib/assets/asset'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { ProviderId } from '@/lib/models/providers'
import { BatchSection } from './batch/batch-section'
import { FormContext, type FormContextValue } from './form-context'
import { ParameterFields } from './parameter-fields'
import { PageDropZone } from './pictures/page-drop-zone'
import { usePictureStore } from './pictures/use-picture-store'
import { usePlaygroundFormRef } from './playground-form-handle'
import { playgroundResolver, type ResolverContext } from './playground-resolver'
import { modelsOf, type PlaygroundValues } from './playground-values'
import { ModelPicker } from './run/model-picker'
import { RunPanel } from './run/run-panel'
import type { OnRun } from './run/use-run'
import { SweepSection } from './sweep/sweep-section'
import { useDraft } from './use-draft'
import { useFormActions } from './use-form-actions'
import { useLiveCheck } from './use-live-check'
import { createValuesStore } from './values-store'

export interface PlaygroundFormProps {
  /** How each provider is reached on this server. */
  providerAccess: Record<ProviderId, ProviderAccess>
  /** What the form begins with; later changes come through `usePlaygroundForm()`. */
  initial: PlaygroundValues
  /** The stored pictures that `initial` refers to. */
  initialPictures: readonly Asset[]
  /** Starts the run. Resolves with what the server refused, or with nothing when the run exists. */
  onRun: OnRun
  /** Keeps what is typed over a reload of the tab. Only where `initial` is the plain start, not somebody's link. */
  keepDraft?: boolean
  /** A run is being started elsewhere on the page. */
  busy?: boolean
}
const RequestTab = loadedWhenUsed(
  () => import('./snippets/request-tab').then((module) => module.RequestTab),
  () => <p className="py-4 text-sm text-muted">Loading…</p>,
)

/** The one form: every field of every model comes from its parameter table. */
export function PlaygroundForm(props: PlaygroundFormProps) {
  const { providerAccess, initial, initialPictures, onRun, keepDraft = false, busy = false } = props
  const [pictures, addPictures] = usePictureStore(initialPictures)
  const form = useForm<PlaygroundValues, ResolverContext>({
    defaultValues: initial,
    resolver: playgroundResolver,
    context: { pictures },
    shouldFocusError: false,
  })
  const [values] = useState(() => createValuesStore(form))
  const [runWasTried, setRunWasTried] = useState(false)
  const [lastSeed, setLastSeed] = useState<number>()
  const [tab, setTab] = useState<'form' | 'request'>('form')
  const actions = useFormActions(form, addPictures)
  const { uploads, modelIds, choices: choiceActions } = actions

  useImperativeHandle(usePlaygroundFormRef(), () => actions.handle, [actions.handle])
  useLiveCheck(form, values, pictures)
  useDraft({ isOn: keepDraft, initial, values, pictures, restore: actions.restore })

  const context = useMemo<FormContextValue>(
    () => ({
      form,
      values,
      models: modelsOf(modelIds.split(' ').map((modelId) => ({ modelId }))),
      choiceActions,
      providerAccess,
      pictures,
      addPictures,
      uploads,
      runWasTried,
      lastSeed,
    }),
    [
      form,
      values,
      modelIds,
      choiceActions,
      providerAccess,
      pictures,
      addPictures,
      uploads,
      runWasTried,
      lastSeed,
    ],
  )

  return (
    <FormContext value={context}>
      <form
        noValidate
        aria-label="Playground"
        className="scroll-pb-40"
        // Enter in a field must not start a paid run; Ctrl+Enter does.
        onSubmit={(event) => event.preventDefault()}
      >
        <Tabs
          label="View"
          tabs={[
            { id: 'form', title: 'Form' },
            { id: 'request', title: 'Request' },
          ]}
          selected={tab}
          onSelect={setTab}
        >
          {(panel) =>
            panel === 'form' ? (
              <div className="space-y-3 pt-3">
                <ModelPicker />
                <ParameterFields />
                <BatchSection />
                <SweepSection />
              </div>
            ) : tab === 'request' ? (
              <RequestTab />
            ) : null
          }
        </Tabs>
        <RunPanel
          onRun={onRun}
          busy={busy}
          onTried={() => setRunWasTried(true)}
          onSeed={setLastSeed}
          onShowForm={() => setTab('form')}
        />
      </form>
      <PageDropZone />
    </FormContext>
  )
}
