'use client'
import { ImagePlus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { AddPictures } from '../pictures/add-pictures'
import { ArrivingPictures } from '../pictures/arriving-pictures'
import { changedBatch } from '../pictures/changed-pictures'
import { setFormValue, useFormContextValue, useProblem } from '../form-context'
import { batchPaths } from '../playground-values'
import { usePlaygroundValues } from '../use-playground-values'
import { BatchList } from './batch-list'
import { emptyBatch, withPicture, type FormBatch } from './form-batch'
import { InstructionList } from './instruction-list'
import { pairBatch } from './pair-batch'

/** The pictures of a batch, and the instructions of single ones. */
export function BatchFields() {
  const { form } = useFormContextValue()
  const { input, batch = emptyBatch } = usePlaygroundValues()
  const problem = useProblem(batchPaths.pictures)
  const { items, problems } = pairBatch(batch)
  const count = batch.pictures.length
  const hasList = count > 0

  function set(next: Partial<FormBatch>) {
    const { pictures, text, rows } = { ...batch, ...next }
    const isEmpty = pictures.length === 0 && text === ''
    const changed = isEmpty ? undefined : structuredClone({ pictures, text, rows })
    for (const { path, value } of changedBatch(form.getValues(), changed)) setFormValue(form, path, value)
  }
  /** Who has put many pictures where all go in together finds this section then. */
  function moveHere() {
    const chosen = new Map<string, number>()
    const moved = input.images.reduce(
      (all, id, index) => withPicture(all, { id, name: `picture ${index + 1}` }, chosen, index),
      batch,
    )
    // First: without pictures beside the batch, the instruction is all about its own.
    setFormValue(form, 'input.images', [])
    set({ pictures: moved.pictures })
  }

  return (
    <div className="space-y-3 pt-1 pb-2">
      <div data-field={batchPaths.pictures} className="space-y-2">
        <div role="group" aria-label="Pictures of the batch" className="space-y-2">
          {hasList ? (
            <BatchList
              items={items}
              onRemove={(name) =>
                set({ pictures: batch.pictures.filter((picture) => picture.name !== name) })
              }
            />
          ) : (
            <p className="text-xs text-muted">
              Every picture here is edited by itself: one run, a result for each, and a ZIP named after the
              files.
            </p>
          )}
          <div className="max-h-60 overflow-y-auto empty:hidden">
            <ArrivingPictures target="batch" />
          </div>
          <AddPictures target="batch" multiple action={hasList ? 'Add pictures' : 'Choose pictures'} />
          <div className="flex flex-wrap gap-2 empty:hidden">
            {input.images.length > 0 ? (
              <Button size="small" onClick={moveHere}>
                <ImagePlus aria-hidden />
                {input.images.length === 1
                  ? 'Move the picture above here'
                  : `Move the ${input.images.length} pictures above here`}
              </Button>
            ) : null}
            {hasList ? (
              <Button size="small" variant="faint" onClick={() => set({ pictures: [] })}>
                Remove all
              </Button>
            ) : null}
          </div>
        </div>
        {problem ? <p className="text-xs text-danger">{problem}</p> : null}
      </div>
      <InstructionList
        batch={batch}
        problems={hasList ? problems : []}
        onChange={(text, rows) => set({ text, rows })}
      />
    </div>
  )
}
