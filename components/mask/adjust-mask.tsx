import { useId, useState } from 'react'
import { WandSparkles } from 'lucide-react'
import { mostGrowth } from '@/lib/masks/grow'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import type { Painter } from './painter'
import { backToStage } from './tool-buttons'
import { usePainterState } from './use-painter-state'

const mostFeather = 500

/** What changes the whole mask. */
export function AdjustMask({ painter }: { painter: Painter }) {
  const { busy, settings } = usePainterState(painter)
  const [sigma, setSigma] = useState('8')
  const [growth, setGrowth] = useState('8')
  const blurBy = wholeNumber(sigma, mostFeather)
  const growBy = wholeNumber(growth, mostGrowth)
  const isBusy = busy !== undefined

  return (
    <div className="space-y-3">
      <Button
        className="w-full pointer-coarse:h-11"
        // Not disabled: that would take the keyboard from it, and with it Undo. The painter refuses while it is busy.
        aria-disabled={isBusy}
        aria-keyshortcuts="S"
        title={`${settings.erase ? 'Erases' : 'Paints over'} what stands out in the picture (S)`}
        onClick={(event) => {
          void painter.selectSubject()
          backToStage(painter, event)
        }}
      >
        <WandSparkles aria-hidden />
        {settings.erase ? 'Erase the subject' : 'Select subject'}
      </Button>
      <div className="flex gap-2">
        <Button className="flex-1 pointer-coarse:h-11" disabled={isBusy} onClick={painter.invert}>
          Invert
        </Button>
        <Button className="flex-1 pointer-coarse:h-11" disabled={isBusy} onClick={painter.clear}>
          Clear
        </Button>
      </div>
      <PixelField
        label="Feather by"
        most={mostFeather}
        text={sigma}
        isValid={blurBy !== undefined}
        onChange={setSigma}
      >
        <Button
          className="pointer-coarse:h-11"
          disabled={isBusy || blurBy === undefined}
          onClick={() => blurBy !== undefined && void painter.feather(blurBy)}
        >
          Feather
        </Button>
      </PixelField>
      <PixelField
        label="Grow or shrink by"
        most={mostGrowth}
        text={growth}
        isValid={growBy !== undefined}
        onChange={setGrowth}
      >
        <Button
          className="pointer-coarse:h-11"
          disabled={isBusy || growBy === undefined}
          onClick={() => growBy !== undefined && void painter.grow(growBy)}
        >
          Grow
        </Button>
        <Button
          className="pointer-coarse:h-11"
          disabled={isBusy || growBy === undefined}
          onClick={() => growBy !== undefined && void painter.grow(-growBy)}
        >
          Shrink
        </Button>
      </PixelField>
    </div>
  )
}

function wholeNumber(text: string, most: number): number | undefined {
  const number = Number(text)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

interface PixelFieldProps {
  label: string
  most: number
  text: string
  isValid: boolean
  onChange(text: string): void
  children: React.ReactNode
}

function PixelField({ label, most, text, isValid, onChange, children }: PixelFieldProps) {
  const id = useId()
  return (
    <div>
      <div className="flex items-end gap-2">
        <label className="min-w-0 flex-1 text-xs whitespace-nowrap text-muted">
          {label}, px
          <input
            type="number"
            min={1}
            max={most}
            className={classNames(controlClass, 'mt-1 block h-9 w-full text-right pointer-coarse:h-11')}
            value={text}
            aria-invalid={!isValid}
            aria-describedby={isValid ? undefined : id}
            onChange={(event) => onChange(event.target.value)}
          />
        </label>
        {children}
      </div>
      {isValid ? null : (
        <p id={id} className="mt-1 text-xs text-danger">
          A whole number from 1 to {most}.
        </p>
      )}
    </div>
  )
}
