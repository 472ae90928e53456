'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import { Pencil, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { StoredPreset } from '@/lib/presets/preset'
import { NameField } from './name-field'
import { presetSummary } from './preset-of-values'

interface PresetRowProps {
  preset: StoredPreset
  onApply: () => void
  /** Answers whether it has the name now. */
  onRename: (name: string) => Promise<boolean>
  onDelete: () => void
}

/** One preset: a press puts it into the form. */
export function PresetRow({ preset, onApply, onRename, onDelete }: PresetRowProps) {
  const [name, setName] = useState<string>()
  const pencil = useRef<HTMLButtonElement>(null)
  const wasNamed = useRef(false)

  // Once the button is there again, which after an answer of the server may be later than the next frame.
  useLayoutEffect(() => {
    if (name !== undefined) wasNamed.current = true
    else if (wasNamed.current) {
      wasNamed.current = false
      if (document.activeElement === document.body) pencil.current?.focus()
    }
  }, [name])

  const close = () => setName(undefined)

  if (name !== undefined)
    return (
      <li
        className="py-1"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        <NameField
          label={`New name of “${preset.name}”`}
          value={name}
          onChange={setName}
          action="Rename"
          isOff={!name.trim()}
          isFocused
          onDone={() => void onRename(name.trim()).then((isDone) => isDone && close())}
        />
      </li>
    )
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        className="min-h-9 min-w-0 flex-1 rounded px-2 py-1 text-left hover:bg-raised pointer-coarse:min-h-11"
        title={preset.input.prompt || 'Put it into the form'}
        onClick={onApply}
      >
        <span className="block truncate text-sm font-medium">{preset.name}</span>
        <span className="block truncate text-xs text-muted">{presetSummary(preset)}</span>
      </button>
      <Button
        ref={pencil}
        variant="faint"
        size="icon"
        className="pointer-coarse:size-11"
        aria-label={`Rename ${preset.name}`}
        onClick={() => setName(preset.name)}
      >
        <Pencil aria-hidden />
      </Button>
      <Button
        variant="faint"
        size="icon"
        className="pointer-coarse:size-11"
        aria-label={`Delete ${preset.name}`}
        onClick={(event) => {
          const panel = event.currentTarget.closest('section')
          onDelete()
          // The button goes away with its row.
          panel?.querySelector<HTMLElement>('input[type="text"]')?.focus()
        }}
      >
        <Trash2 aria-hidden />
      </Button>
    </li>
  )
}
