'use client'

import { useSyncExternalStore } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { Switch } from '@/components/ui/switch'

const key = 'diptych:write-parameters'
const changed = 'writeparameterschange'

/** Whether downloaded pictures shall say how they were made; remembered in this browser. */
export function useWritesParameters(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key) === '1',
    () => false,
  )
}

/** The switch for it. */
export function WriteParametersSwitch({ className }: { className?: string }) {
  const isOn = useWritesParameters()
  return (
    <label
      className={`flex cursor-pointer items-center gap-2 text-xs pointer-coarse:min-h-11 ${className ?? ''}`}
      title="Instruction, model, seed and values, readable in the PNG or JPEG. Links never have them in their pictures."
    >
      <Switch
        checked={isOn}
        onChange={(event) => {
          localStorage.setItem(key, event.target.checked ? '1' : '0')
          window.dispatchEvent(new Event(changed))
        }}
      />
      Write parameters into the file
    </label>
  )
}

/** Whether anything can be written into a file of this type. */
export function takesParameters({ type }: Pick<Asset, 'type'>): boolean {
  return type !== 'image/webp'
}

/** Where a result is, as a file that says how it was made. */
export function parametersLink(predictionId: string, index: number): string {
  return `/api/v1/predictions/${predictionId}/download?output=${index}&parameters=1`
}

function subscribe(onChange: () => void): () => void {
  const events = ['storage', changed]
  events.forEach((event) => window.addEventListener(event, onChange))
  return () => events.forEach((event) => window.removeEventListener(event, onChange))
}
