'use client'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { sharedRows } from '@/lib/models/shared-rows'
import { isBatch } from './batch/form-batch'
import { ChoiceContext, useFormContextValue } from './form-context'
import { AdvancedFields, ResetAll, StrangeValues } from './own-fields'
import { ParameterField } from './parameter-field'
import { maskRow, rowsWithMask } from './mask/mask-row'
import { hasSections, isOwnRole, pathOf } from './playground-values'
import { useFromValues } from './use-playground-values'

// Fetched when a second model is chosen.
export const ChoiceSections = loadedWhenUsed(() =>
  import('./choices/choice-sections').then((module) => module.ChoiceSections),
)
const SharedNote = loadedWhenUsed(() => import('./choices/shared-note').then((module) => module.SharedNote))
// Fetched with the first picture of a batch.
const BatchNote = loadedWhenUsed(() => import('./batch/batch-note').then((module) => module.BatchNote))

/**
 * The fields of all rows: of one model in the order of its table, those the table calls advanced folded away; of several
 * what they share is asked for once, and each has a section for the rest.
 */
export function ParameterFields() {
  const { models } = useFormContextValue()
  const inSections = useFromValues(hasSections)
  const hasBatch = useFromValues(({ batch }) => isBatch(batch))
  // A batch takes no mask: that belongs to one picture.
  const takesMask = useFromValues(({ input, batch }) => input.images.length > 0 && !isBatch(batch))
  const ownRows = inSections
    ? sharedRows(models)
    : (models[0]?.parameters ?? []).filter((row) => !row.advanced)
  const rows = rowsWithMask(ownRows, takesMask ? maskRow(models) : undefined)
  return (
    <ChoiceContext value={inSections ? undefined : 0}>
      <div className="space-y-3">
        {rows.map((row) => (
          <ParameterField key={pathOf(row, 0)} parameter={row}>
            {inSections && isOwnRole(row.role) ? <SharedNote role={row.role} /> : null}
            {hasBatch && isOwnRole(row.role) ? <BatchNote role={row.role} /> : null}
          </ParameterField>
        ))}
        {inSections ? (
          <ChoiceSections />
        ) : (
          <>
            <AdvancedFields key={models[0]?.id} />
            <StrangeValues />
            <ResetAll />
          </>
        )}
      </div>
    </ChoiceContext>
  )
}
