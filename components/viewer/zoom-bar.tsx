import { Minus, Plus } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { useIsFitted, usePercent } from './use-zoom'
import type { Zoom } from './zoom'

/** One press of a button or key. */
export const zoomStep = 1.5

const touchable = 'pointer-coarse:size-11'
const touchableText = 'w-10 px-0 pointer-coarse:h-11 pointer-coarse:w-11'

/** Zoom out, the percentage, zoom in, fit, actual pixels. */
export function ZoomBar({ zoom, of }: { zoom: Zoom; of: string }) {
  const percent = usePercent(zoom)
  const fitted = useIsFitted(zoom)
  return (
    <div role="group" aria-label="Zoom" className="flex items-center gap-0.5">
      <Button
        variant="quiet"
        size="icon-small"
        className={touchable}
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={() => zoom.zoomBy(1 / zoomStep)}
      >
        <Minus aria-hidden />
      </Button>
      <span
        className="w-14 text-center text-xs text-muted tabular-nums"
        title={`100 % is one pixel of ${of} on one pixel of the screen`}
      >
        {percent !== undefined && `${percent} %`}
      </span>
      <Button
        variant="quiet"
        size="icon-small"
        className={touchable}
        aria-label="Zoom in"
        title="Zoom in (+)"
        onClick={() => zoom.zoomBy(zoomStep)}
      >
        <Plus aria-hidden />
      </Button>
      <Button
        variant="quiet"
        size="small"
        className={classNames(touchableText, fitted && 'bg-raised')}
        aria-pressed={fitted}
        title="Show the whole picture (Z)"
        onClick={zoom.fit}
      >
        Fit
      </Button>
      <Button
        variant="quiet"
        size="small"
        className={touchableText}
        aria-label="Actual pixels, 100 %"
        title={`One pixel of ${of} on one pixel of the screen (Z)`}
        onClick={zoom.actualSize}
      >
        1:1
      </Button>
    </div>
  )
}
