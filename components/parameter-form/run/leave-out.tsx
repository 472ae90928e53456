'use client'
import { Button } from '@/components/ui/button'
import { choiceTitles } from '../choices/choice-titles'
import { listed } from '../field-problems'
import { useFormContextValue } from '../form-context'
import { usePlaygroundValues } from '../use-playground-values'

/** Takes the models that can't take this input out of the run. */
export function LeaveOut({ choices, label }: { choices: readonly number[]; label?: string }) {
  const { choiceActions } = useFormContextValue()
  const titles = choiceTitles(usePlaygroundValues().choices)
  const names = listed(choices.map((choice) => titles[choice] ?? ''))
  return (
    <Button
      size="small"
      className="pointer-coarse:h-11"
      aria-label={`Leave out ${names}`}
      onClick={(event) => {
        const run = event.currentTarget.closest('form')?.querySelector<HTMLElement>('[aria-keyshortcuts]')
        choiceActions.remove(...choices)
        // The button goes away with its reason.
        run?.focus()
      }}
    >
      {label ?? (choices.length > 1 ? `Leave out ${choices.length}` : 'Leave out')}
    </Button>
  )
}
