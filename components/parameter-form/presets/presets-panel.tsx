'use client'
import { useRef, useState } from 'react'
import { Download, Undo2, Upload } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { writePresetFile } from '@/lib/presets/preset-file'
import { presetKey, type Preset, type StoredPreset } from '@/lib/presets/preset'
import { listed } from '../field-problems'
import { setFormValue, useFormContextValue } from '../form-context'
import type { InstructionPanelProps } from '../instruction/instruction-bar'
import { PanelFrame } from '../instruction/panel-frame'
import { useFromValues } from '../use-playground-values'
import type { PlaygroundValues } from '../playground-values'
import { NameField } from './name-field'
import { PresetRow } from './preset-row'
import { presetOf, withPreset } from './preset-of-values'
import { deletePreset, importPresets, replacePreset, savePreset } from './preset-requests'
import { usePresets } from './use-presets'

type Undo = { label: string; run: () => void | Promise<unknown> }

/** Saved instructions with their models and values, for all browsers of this server. */
export function PresetsPanel({ onClose }: InstructionPanelProps) {
  const { form, values } = useFormContextValue()
  const { presets, problem, told, isBusy, change, tell } = usePresets()
  const [name, setName] = useState('')
  const [undo, setUndo] = useState<Undo>()
  const file = useRef<HTMLInputElement>(null)
  const hasPrompt = useFromValues(({ input }) => Boolean(input.prompt?.trim()))
  const same = presets?.find((preset) => presetKey(preset.name) === presetKey(name))

  function put({ input, choices, sweep }: PlaygroundValues) {
    // Emptied fields too: what the preset does not say is not to stay.
    const empty = { prompt: undefined, seed: undefined, keepOutside: undefined }
    setFormValue(form, 'input', structuredClone({ ...empty, ...input }))
    setFormValue(form, 'choices', structuredClone(choices))
    setFormValue(form, 'sweep', structuredClone(sweep))
  }
  function apply(preset: Preset) {
    const before = values.snapshot()
    const { values: next, unknown } = withPreset(preset, before)
    put(next)
    setUndo({ label: `Undo: bring back what was there before “${preset.name}”`, run: () => put(before) })
    const lost = unknown.length > 0 ? ` Left out, as this version doesn’t know it: ${listed(unknown)}.` : ''
    tell(`“${preset.name}” is in the form.${lost}`)
  }
  async function save() {
    const preset = presetOf(name, values.snapshot())
    setUndo(undefined)
    const isSaved = await change(async () => {
      if (same) await replacePreset(same.id, preset)
      else await savePreset(preset)
      return same ? `“${preset.name}” was replaced.` : `“${preset.name}” was saved.`
    })
    if (isSaved) setName('')
  }
  function rename(preset: StoredPreset, next: string) {
    setUndo(undefined)
    return change(async () => {
      await replacePreset(preset.id, plain({ ...preset, name: next }))
      return `“${preset.name}” is now “${next}”.`
    })
  }
  async function remove(preset: StoredPreset) {
    const again = () => change(async () => `“${(await savePreset(plain(preset))).name}” is back.`)
    const isGone = await change(async () => {
      await deletePreset(preset.id)
      return `“${preset.name}” was deleted.`
    })
    if (isGone) setUndo({ label: `Undo: bring back “${preset.name}”`, run: again })
  }
  function takeFile(chosen: File) {
    setUndo(undefined)
    void change(async () => {
      const added = await importPresets(chosen)
      return added.length === 1
        ? `“${added[0]?.name}” was imported.`
        : `${added.length} presets were imported.`
    })
  }

  return (
    <PanelFrame title="Presets" onClose={onClose}>
      <p className="mb-2 text-xs text-muted">
        The instruction with models, values and sweeps, without the pictures. Every browser of this server has
        them.
      </p>
      <NameField
        label="Save this form as"
        value={name}
        onChange={setName}
        action={same ? 'Replace' : 'Save'}
        isOff={isBusy || !name.trim()}
        onDone={() => void save()}
        note={
          same
            ? 'There is one of this name.'
            : hasPrompt
              ? undefined
              : 'There is no instruction yet: models and values alone are saved.'
        }
      />
      {presets && presets.length > 0 ? (
        <ul
          aria-label="Saved presets"
          className="mt-3 max-h-72 space-y-0.5 overflow-y-auto border-t border-line pt-2"
        >
          {presets.map((preset) => (
            <PresetRow
              key={preset.id}
              preset={preset}
              onApply={() => apply(preset)}
              onRename={(next) => rename(preset, next)}
              onDelete={() => void remove(preset)}
            />
          ))}
        </ul>
      ) : null}
      <div className="mt-2 flex items-center gap-2 text-xs empty:hidden">
        {problem ? (
          <p role="alert" className="text-danger">
            {problem}
          </p>
        ) : (
          <p role="status" className="text-muted">
            {told || (presets ? (presets.length === 0 ? 'No presets yet.' : '') : 'Loading…')}
          </p>
        )}
        {undo && !problem ? (
          <Button
            variant="faint"
            size="small"
            className="ml-auto pointer-coarse:h-11"
            aria-label={undo.label}
            onClick={() => {
              setUndo(undefined)
              tell('')
              void undo.run()
            }}
          >
            <Undo2 aria-hidden />
            Undo
          </Button>
        ) : null}
      </div>
      <div className="mt-2 flex gap-2 border-t border-line pt-2">
        <Button size="small" className="pointer-coarse:h-11" onClick={() => file.current?.click()}>
          <Upload aria-hidden />
          Import…
        </Button>
        <Button
          size="small"
          className="pointer-coarse:h-11"
          aria-disabled={presets?.length ? undefined : true}
          onClick={() => presets?.length && download(writePresetFile(presets))}
        >
          <Download aria-hidden />
          Export all
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label="File of presets"
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            if (chosen) takeFile(chosen)
            // So that the same file can be chosen again.
            event.target.value = ''
          }}
        />
      </div>
    </PanelFrame>
  )
}

/** Without what is the server's own. */
function plain({ name, input, choices, sweep }: Preset): Preset {
  return { name, input, choices, sweep }
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: 'diptych-presets.json' })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
