'use client'
import { useEffect, useState } from 'react'
import type { StoredPreset } from '@/lib/presets/preset'
import { listPresets } from './preset-requests'

/** The presets of the server, and one change of them at a time. */
export function usePresets() {
  const [presets, setPresets] = useState<StoredPreset[]>()
  const [problem, setProblem] = useState<string>()
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    let isGone = false
    listPresets().then(
      (found) => !isGone && setPresets(found),
      (error: unknown) => !isGone && setProblem(sentenceOf(error)),
    )
    return () => {
      isGone = true
    }
  }, [])

  /** @param work  answers what was done, for the person */
  async function change(work: () => Promise<string>): Promise<boolean> {
    if (isBusy) return false
    setBusy(true)
    setProblem(undefined)
    setTold('')
    try {
      const done = await work()
      setPresets(await listPresets())
      setTold(done)
      return true
    } catch (error) {
      setProblem(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }

  return { presets, problem, told, isBusy, change, tell: setTold }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
