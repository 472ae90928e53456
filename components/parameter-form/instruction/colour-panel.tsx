'use client'
import { ColourPicker } from '@/components/colour/colour-picker'
import { useFormContextValue } from '../form-context'
import { usePlaygroundValues } from '../use-playground-values'
import type { InstructionPanelProps } from './instruction-bar'
import { insertWord } from './insert-text'
import { PanelFrame } from './panel-frame'
import { useNamedPictures } from './use-named-pictures'

/** A colour for the instruction, by number or from one of its pictures, put in where the caret was. */
export function ColourPanel({ box, onClose }: InstructionPanelProps) {
  const { pictures: known } = useFormContextValue()
  const { batch } = usePlaygroundValues()
  const given = useNamedPictures().flatMap(({ number, facts }) =>
    facts ? [{ name: `image ${number}`, asset: facts }] : [],
  )
  const inBatch = (batch?.pictures ?? []).flatMap(({ id, name }) => {
    const asset = known.get(id)
    return asset ? [{ name, asset }] : []
  })
  return (
    <PanelFrame title="Colour" onClose={onClose}>
      <p className="mb-3 text-xs text-muted">
        Put into the instruction as a number like #1E6FD9. FLUX.2 [pro] meets it exactly; the other models
        take it as a hint.
      </p>
      <ColourPicker
        pictures={[...given, ...inBatch]}
        action="Insert"
        onPick={(hex) => {
          if (box.current) insertWord(box.current, hex)
          onClose()
          box.current?.focus()
        }}
      />
    </PanelFrame>
  )
}
