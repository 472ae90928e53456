'use client'
import { Undo2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { sharedRow, takersOf } from '@/lib/models/shared-rows'
import { listed } from '../field-problems'
import { setFormValue, useFormContextValue } from '../form-context'
import type { OwnRole } from '../playground-values'
import { usePlaygroundValues } from '../use-playground-values'
import { ownersOf, roleWord } from './choice-summary'

/** Below a shared field: which models leave the value out, and which get one of their own. */
export function SharedNote({ role }: { role: OwnRole }) {
  const { form, models } = useFormContextValue()
  const values = usePlaygroundValues()
  const { takers, others } = takersOf(models, role)
  const owners = ownersOf(values, role)
  const row = sharedRow(models, role)
  if (!row || (owners.length === 0 && others.length === 0)) return null
  const word = roleWord(row)

  function giveBack(choice: number) {
    const { override, ...rest } = form.getValues(`choices.${choice}`)
    const { [role]: _removed, ...kept } = override ?? {}
    const next = Object.keys(kept).length > 0 ? { ...rest, override: kept } : rest
    setFormValue(form, `choices.${choice}`, structuredClone(next))
  }

  return (
    <ul className="mt-1 space-y-1 text-xs text-muted">
      {others.length > 0 ? (
        <li>
          {takers.length <= others.length
            ? `Only for ${names(takers)}: the others take no ${word}.`
            : `${names(others)} ${others.length === 1 ? 'takes' : 'take'} no ${word}.`}
        </li>
      ) : null}
      {owners.map(({ title, choice }) => (
        <li key={choice} className="flex flex-wrap items-center gap-x-1.5">
          <span className="size-1.5 rounded-full bg-accent" aria-hidden />
          {title} gets its own {word}.
          <Button
            variant="faint"
            size="small"
            aria-label={`Give ${title} the shared ${word} too`}
            onClick={() => giveBack(choice)}
          >
            <Undo2 aria-hidden />
            Undo
          </Button>
        </li>
      ))}
    </ul>
  )
}

function names(models: readonly { title: string }[]): string {
  return listed(models.map(({ title }) => title))
}
