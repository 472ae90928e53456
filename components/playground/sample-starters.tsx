'use client'

import { useState } from 'react'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { ProviderId } from '@/lib/models/providers'
import { models } from '@/lib/models/registry'
import { samples, type Sample } from '@/lib/samples'
import { withDrawnSeed } from '@/components/parameter-form/draw-seed'
import { uploadPicture } from '@/components/parameter-form/pictures/upload-picture'
import { usePlaygroundForm } from '@/components/parameter-form/playground-form-handle'
import { useStartRun } from './start-run'

/**
 * Shipped pictures, each with an instruction. One click puts both into the form and, where it costs nothing, runs them;
 * where a key is set, the paid click stays the person's own.
 */
export function SampleStarters({ providerAccess }: { providerAccess: Record<ProviderId, ProviderAccess> }) {
  const form = usePlaygroundForm()
  const { startRun, isStarting } = useStartRun()
  const [starting, setStarting] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const model = models.find(({ provider }) => providerAccess[provider].mode === 'sandbox') ?? models[0]
  if (!model) return null
  const isFree = providerAccess[model.provider].mode === 'sandbox'

  async function begin(sample: Sample) {
    if (!model || starting || isStarting) return
    setStarting(sample.file)
    setFailure(undefined)
    try {
      const source = { kind: 'sample', path: sample.file } as const
      const asset = await uploadPicture(source, { signal: AbortSignal.timeout(60_000), onProgress: () => {} })
      const input = withDrawnSeed(model, { prompt: sample.instruction, images: [asset.id] })
      const choice = { modelId: model.id, values: {} }
      form?.fill({ input: { ...input, seed: undefined }, choice }, [asset])
      const refused = isFree ? await startRun({ input, choices: [choice] }) : undefined
      setFailure(refused?.error)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The sample could not be loaded. Try again.')
    } finally {
      setStarting(undefined)
    }
  }

  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 2xl:grid-cols-6">
        {samples.map((sample) => (
          <li key={sample.file}>
            <button
              type="button"
              onClick={() => void begin(sample)}
              aria-busy={starting === sample.file}
              className="flex size-full flex-col overflow-hidden rounded-lg border border-line bg-panel text-left hover:border-line-strong"
            >
              <span className="block aspect-[4/3] w-full bg-canvas">
                <img
                  src={sample.file.replace('.jpg', '-320.webp')}
                  alt=""
                  width={320}
                  height={240}
                  loading="lazy"
                  className="size-full object-contain"
                />
              </span>
              <span className="grid gap-0.5 px-2.5 py-2">
                <span>{starting === sample.file ? 'Starting…' : `“${sample.instruction}”`}</span>
                <span className="text-xs text-muted">
                  {sample.title}: {sample.credit}, {sample.licence}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {failure && (
        <p role="alert" className="text-danger">
          {failure}
        </p>
      )}
    </>
  )
}
