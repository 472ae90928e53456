'use client'
import { useId, useRef, useState } from 'react'
import { FileText } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'
import { useProblem } from '../form-context'
import { batchPaths } from '../playground-values'
import type { FormBatch } from './form-batch'
import type { InstructionRow } from './pair-batch'
import { decodeText } from './decode-text'
import { readInstructions } from './read-instructions'

interface InstructionListProps {
  batch: FormBatch
  problems: readonly string[]
  onChange: (text: string, rows: InstructionRow[]) => void
}

/** A list is text: a larger file is something else. */
const mostBytes = 1_000_000
const mostShown = 8

/** The instructions of single pictures: typed, pasted, or from a file. */
export function InstructionList({ batch, problems, onChange }: InstructionListProps) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const [fileProblem, setFileProblem] = useState<string>()
  const refused = useProblem(batchPaths.instructions)
  const shown = [fileProblem, ...problems, problems.length === 0 ? refused : undefined].filter(
    (text) => text !== undefined,
  )

  function change(text: string) {
    setFileProblem(undefined)
    onChange(text, readInstructions(text))
  }
  async function load(chosen: File | undefined) {
    if (!chosen) return
    if (chosen.size > mostBytes)
      return setFileProblem(`${chosen.name} is too large for a list of instructions: at most 1 MB.`)
    const text = decodeText(new Uint8Array(await chosen.arrayBuffer()))
    if (text === undefined)
      return setFileProblem(`${chosen.name} is not a text file. Save the table as CSV and load that.`)
    change(text)
  }

  return (
    <div data-field={batchPaths.instructions}>
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-sm font-medium">
          Instruction for each picture
        </label>
        <span className="text-xs text-muted">optional</span>
        <Button size="small" className="ml-auto" onClick={() => file.current?.click()}>
          <FileText aria-hidden />
          Load CSV
        </Button>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label="File of instructions"
        onChange={(event) => {
          void load(event.target.files?.[0])
          // So that the same file can be chosen again.
          event.target.value = ''
        }}
      />
      <textarea
        id={id}
        rows={3}
        className={classNames(
          controlClass,
          'mt-1 block field-sizing-content max-h-60 min-h-20 w-full resize-none py-2',
        )}
        placeholder={'file,instruction\ncat.png,make it watercolour'}
        aria-describedby={`${id}-note`}
        aria-invalid={shown.length > 0}
        value={batch.text}
        onChange={(event) => change(event.target.value)}
      />
      <div id={`${id}-note`} className="mt-1.5 space-y-1 text-xs">
        {shown.length > 0 ? (
          <ul className="space-y-1 text-danger">
            {shown.slice(0, mostShown).map((text) => (
              <li key={text}>{text}</li>
            ))}
            {shown.length > mostShown ? <li>And {shown.length - mostShown} more.</li> : null}
          </ul>
        ) : null}
        <p className="text-muted">
          {batch.rows.length === 0
            ? 'A line for each picture in their order, or CSV with the columns “file” and “instruction”. Left empty, all get the instruction above.'
            : batch.pictures.length === 0
              ? 'Add the pictures that these are for.'
              : 'In place of the instruction above.'}
        </p>
      </div>
    </div>
  )
}
