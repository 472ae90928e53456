'use client'
import { useId, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { CopyButton } from '@/components/ui/copy-button'
import { Switch } from '@/components/ui/switch'
import { Tabs } from '@/components/ui/tabs'
import { providers } from '@/lib/models/providers'
import { parameterWithRole } from '@/lib/models/model'
import { inputOf, joinValues } from '@/lib/models/run-input'
import { cellsOf } from '@/lib/models/run-plan'
import { choiceTitles } from '../choices/choice-titles'
import { isRandomSeed } from '../draw-seed'
import { useFormContextValue } from '../form-context'
import { samplesOf } from '../plan-of-values'
import { usePlan, usePlaygroundValues } from '../use-playground-values'
import { curlSnippet } from './curl'
import { javascriptSnippet } from './javascript'
import { jsonSnippet } from './json'
import { pythonSnippet } from './python'
import { ownApiRequest, providerRequest } from './request-description'

const languages = [
  { id: 'json', title: 'JSON', write: jsonSnippet },
  { id: 'curl', title: 'curl', write: curlSnippet },
  { id: 'javascript', title: 'JavaScript', write: javascriptSnippet },
  { id: 'python', title: 'Python', write: pythonSnippet },
] as const
type Language = (typeof languages)[number]['id']

/**
 * The request as the form stands now, in four spellings, to the provider or to Diptych's own API: of one of the models,
 * and where something is varied with the first values.
 */
export function RequestTab() {
  const { models, pictures } = useFormContextValue()
  const { sweep } = usePlaygroundValues()
  const { plan } = usePlan()
  const [language, setLanguage] = useState<Language>('json')
  const [isOwn, setOwn] = useState(false)
  const [wanted, setWanted] = useState(0)
  const id = useId()

  const at = Math.min(wanted, models.length - 1)
  const model = models[at]
  const choice = plan.choices[at]
  if (!model || !choice) return null
  // Alone: of a run with many values all the others need not be made.
  const axes = plan.axes?.map((axis) => ({ ...axis, values: axis.values.slice(0, 1) }))
  const isSampled = samplesOf(sweep) > 1 && isRandomSeed({ random: 'omit' }, plan.input.seed)
  const [cell] = cellsOf({
    input: plan.input,
    choices: [choice],
    axes: isSampled ? axes?.slice(0, -1) : axes,
  })
  const input = inputOf(plan.input, cell?.request ?? choice)
  const values = joinValues(model, input, cell?.request.values ?? choice.values)
  const provider = providers[model.provider]
  const request = isOwn
    ? ownApiRequest(model, values, window.location.origin)
    : providerRequest(model, values, pictures.get(input.images[0] ?? ''))
  const cutsOut = input.mask && (input.keepOutside || parameterWithRole(model, 'mask'))
  const seed = parameterWithRole(model, 'seed')
  const drawsSeed = seed?.kind === 'seed' && isRandomSeed(seed, input.seed)

  return (
    <div className="space-y-3 py-3">
      {models.length > 1 ? (
        <div className="space-y-1">
          <label htmlFor={`${id}-choice`} className="text-sm font-medium">
            Request to
          </label>
          <select
            id={`${id}-choice`}
            className={classNames(controlClass, 'h-9 w-full')}
            value={at}
            onChange={(event) => setWanted(Number(event.target.value))}
          >
            {choiceTitles(plan.choices).map((title, index) => (
              <option key={title} value={index}>
                {title}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div className="flex items-center gap-2">
        <Switch id={id} checked={isOwn} onChange={(event) => setOwn(event.target.checked)} />
        <label htmlFor={id} className="text-sm">
          Through Diptych’s own API
        </label>
      </div>
      <p className="text-xs break-words text-muted">
        POST <code>{request.url}</code>
        {request.encoding === 'multipart' ? ', as multipart/form-data' : ''}
      </p>
      <Tabs label="Language" tabs={languages} selected={language} onSelect={setLanguage}>
        {(panel) => {
          if (panel !== language) return null
          const text = languages.find((candidate) => candidate.id === panel)?.write(request) ?? ''
          return (
            <div className="mt-2">
              <div className="mb-2 flex justify-end">
                <CopyButton text={text} />
              </div>
              <pre
                tabIndex={0}
                aria-label={`${panel} of the request`}
                className={`${controlClass} max-h-96 overflow-auto py-2 font-mono text-xs`}
              >
                {text}
              </pre>
            </div>
          )
        }}
      </Tabs>
      <div className="space-y-1 text-xs text-muted">
        {axes ? <p>One of several requests: the one with the first of the values that are varied.</p> : null}
        <p>
          {isOwn
            ? 'Pictures stand here by the ids they have on this server.'
            : `Set ${provider.keyVariable} to your key from ${provider.title}. Pictures are placeholders.`}
        </p>
        {cutsOut ? (
          <p>
            From the form, the part around the mask is cut out at each run and sent in place of image 1 and
            the mask, in a size of its own; the answer is put back here.
          </p>
        ) : null}
        {drawsSeed ? <p>From the form, a seed is drawn at each run and sent in place of “random”.</p> : null}
      </div>
    </div>
  )
}
