'use client'
import { Dices, Lock, LockOpen } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { labelOf } from '@/lib/models/parameter'
import { drawSeed, isRandomSeed } from '../draw-seed'
import { useFormContextValue, useFormValue, useSetFormValue } from '../form-context'
import { NumberInput } from './number-input'
import type { WidgetProps } from './widget-props'

/**
 * Empty is random: each run draws its own seed. A number is locked: kept for all runs. So the lock is not a state of
 * its own; closing it keeps the seed of the last run, opening it forgets the number.
 */
export function SeedWidget({ parameter, path, id, errorId }: WidgetProps<'seed'>) {
  const value = useFormValue(path)
  const setValue = useSetFormValue()
  const { lastSeed } = useFormContextValue()
  const isLocked = !isRandomSeed(parameter, value)
  return (
    <div className="flex items-center gap-2">
      <NumberInput
        id={id}
        className="min-w-0 flex-1"
        inputMode="numeric"
        placeholder={lastSeed === undefined ? 'Random' : `Random (last ${lastSeed})`}
        value={value}
        onValue={(next) => setValue(path, next)}
        range={{ ...parameter, step: 1 }}
        start={parameter.min}
        aria-invalid={errorId !== undefined}
        aria-describedby={errorId}
      />
      <Button
        size="icon-medium"
        aria-label={`Draw a ${labelOf(parameter).toLowerCase()} now`}
        title="Draw a seed now and keep it"
        onClick={() => setValue(path, drawSeed(parameter))}
      >
        <Dices aria-hidden />
      </Button>
      <Button
        size="icon-medium"
        className="aria-pressed:border-accent aria-pressed:text-accent-text"
        aria-label={`Keep the same ${labelOf(parameter).toLowerCase()}`}
        title={isLocked ? 'Locked: every run uses this seed' : 'Unlocked: every run draws a new seed'}
        aria-pressed={isLocked}
        onClick={() => setValue(path, isLocked ? undefined : (lastSeed ?? drawSeed(parameter)))}
      >
        {isLocked ? <Lock aria-hidden /> : <LockOpen aria-hidden />}
      </Button>
    </div>
  )
}
