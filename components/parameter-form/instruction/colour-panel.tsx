'use client'
import { ColourPicker } from '@/components/colour/colour-picker'
import type { InstructionPanelProps } from './instruction-bar'
import { insertWord } from './insert-text'
import { PanelFrame } from './panel-frame'
import { useNamedPictures } from './use-named-pictures'

/** A colour for the instruction, by number or from one of its pictures, put in where the caret was. */
export function ColourPanel({ box, onClose }: InstructionPanelProps) {
  const pictures = useNamedPictures().flatMap(({ facts }) => facts ?? [])
  return (
    <PanelFrame title="Colour" onClose={onClose}>
      <p className="mb-3 text-xs text-muted">
        Put into the instruction as a number like #1E6FD9. FLUX.2 [pro] meets it exactly; the other models
        take it as a hint.
      </p>
      <ColourPicker
        pictures={pictures}
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
