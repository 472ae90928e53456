'use client'
import { Button } from '@/components/ui/button'
import { choiceTitles } from '../choices/choice-titles'
import { listed } from '../field-problems'
import { useFormContextValue } from '../form-context'
import { usePlaygroundValues } from '../use-playground-values'

/** Takes the models that can't take this input out of the run. */
export function LeaveOut({ choices }: { choices: readonly number[] }) {
  const { choiceActions } = useFormContextValue()
  const titles = choiceTitles(usePlaygroundValues().choices)
  const names = listed(choices.map((choice) => titles[choice] ?? ''))
  return (
    <Button
      size="small"
      className="my-1 ml-2 align-middle pointer-coarse:h-11"
      aria-label={`Leave out ${names}`}
      onClick={(event) => {
        const run = event.currentTarget.closest('form')?.querySelector<HTMLElement>('[aria-keyshortcuts]')
        choiceActions.remove(...choices)
        // The button goes away with its reason.
        run?.focus()
      }}
    >
      Leave out{choices.length > 1 ? ` ${choices.length}` : ''}
    </Button>
  )
}
