import { useId } from 'react'
import { controlClass } from '@/components/ui/control-class'
import { classNames } from '@/components/ui/class-names'

interface SliderFieldProps {
  label: string
  value: number
  least: number
  most: number
  unit: 'px' | '%' | ''
  /** Small values get more of the slider's way. */
  isLogarithmic?: boolean
  onChange(value: number): void
}

const steps = 200

/** A whole number by a slider or typed. */
export function SliderField({ label, value, least, most, unit, isLogarithmic, onChange }: SliderFieldProps) {
  const id = useId()
  const ratio = most / least
  const place = isLogarithmic ? Math.round((steps * Math.log(value / least)) / Math.log(ratio)) : value

  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)_auto] items-center gap-x-2 md:grid-cols-[1fr_auto]">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      <input
        id={id}
        type="range"
        className="h-6 w-full accent-accent md:order-last md:col-span-2 pointer-coarse:h-11"
        min={isLogarithmic ? 0 : least}
        max={isLogarithmic ? steps : most}
        value={place}
        aria-valuetext={`${value} ${unit}`}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          onChange(isLogarithmic ? Math.round(least * ratio ** (next / steps)) : next)
        }}
      />
      <span className="flex items-center gap-1 text-xs text-muted">
        <input
          type="number"
          aria-label={`${label} in ${unitNames[unit]}`}
          className={classNames(controlClass, 'h-7 w-16 text-right pointer-coarse:h-11')}
          min={least}
          max={most}
          value={value}
          onChange={(event) => {
            const typed = Math.round(event.target.valueAsNumber)
            if (Number.isFinite(typed)) onChange(Math.min(most, Math.max(least, typed)))
          }}
        />
        <span aria-hidden className="w-4">
          {unit}
        </span>
      </span>
    </div>
  )
}

const unitNames = { px: 'pixels', '%': 'percent', '': 'steps' }
