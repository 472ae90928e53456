'use client'

import { useState } from 'react'
import type { ProviderAccess } from '@/lib/models/pre-flight'
import type { ProviderId } from '@/lib/models/providers'
import { models } from '@/lib/models/registry'
import { samples, type Sample } from '@/lib/samples'
import { withDrawnSeed } from '@/components/parameter-form/draw-seed'
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
    if (!model || !form || starting || isStarting) return
    setStarting(sample.file)
    setFailure(undefined)
    try {
      const asset = await form.startFromSample(sample, model.id)
      if (!isFree) return
      const input = withDrawnSeed(model, { prompt: sample.instruction, images: [asset.id] })
      const refused = await startRun({ input, choices: [{ modelId: model.id, values: {} }] })
      setFailure(refused?.error)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The sample could not be loaded. Try again.')
    } finally {
      setStarting(undefined)
    }
  }

  return (
    <>
      <ul className="grid gap-2 sm:grid-cols-2 2xl:grid-cols-3">
        {samples.map((sample) => (
          <li key={sample.file}>
            <button
              type="button"
              onClick={() => void begin(sample)}
              aria-busy={starting === sample.file}
              className="flex size-full items-start gap-3 rounded-lg border border-line bg-panel p-2 text-left hover:border-line-strong"
            >
              {/* Small, at its final size from the first byte, and after the words: those are read first. */}
              <img
                src={sample.file.replace('.jpg', '-160.webp')}
                alt=""
                width={80}
                height={60}
                loading="lazy"
                className="h-15 w-20 shrink-0 rounded bg-canvas object-contain"
              />
              <span className="grid min-w-0 gap-0.5">
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
