'use client'
import { FlipHorizontal2, FlipVertical2, Repeat2, RotateCcw, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { fitCrop, largestCrop } from '@/lib/picture-edits/crop-geometry'
import type { CropRectangle } from '@/lib/picture-edits/picture-edits'
import { NumberField } from './number-field'
import { commonShapes, type Shape } from './shapes'
import type { Turning } from './turning'
import type { Edits } from './use-edits'

interface CropPanelProps {
  edits: Edits
  turning: Turning
  /** Sizes of the chosen models. */
  shapes: readonly Shape[]
  /** The shape the crop is bound to. */
  shape: Shape | undefined
  onShape: (shape: Shape | undefined) => void
  onStraightening: (isStraightening: boolean) => void
}

/** Shape of the crop, turns, mirrors, straightening, and the crop in numbers. */
export function CropPanel(props: CropPanelProps) {
  const { edits, turning, shapes, shape, onShape } = props
  const { frame, crop } = edits.plan
  const original: Shape = { label: 'Original', ratio: frame.width / frame.height }

  function choose(next: Shape | undefined) {
    onShape(next)
    if (!next) return
    const largest = largestCrop({ frame, angle: edits.edits.angle }, next.ratio)
    if (next.size) edits.change({ ...edits.edits, crop: largest, resize: next.size })
    else edits.changeCrop(largest)
  }

  return (
    <>
      <Group label="Shape">
        <div className="grid grid-cols-4 gap-1">
          <Choice isChosen={!shape} onClick={() => choose(undefined)}>
            Free
          </Choice>
          {[original, ...commonShapes, ...shapes].map((option) => (
            <Choice
              key={option.label}
              isChosen={shape?.label === option.label}
              isWide={option.size !== undefined}
              onClick={() => choose(option)}
            >
              {option.label}
            </Choice>
          ))}
          <Button
            size="small"
            variant="quiet"
            className="pointer-coarse:h-11"
            aria-label="Exchange width and height of the shape"
            title="Exchange width and height of the shape"
            onClick={() => {
              const ratio = crop.height / crop.width
              if (!shape) return edits.changeCrop(largestCrop({ frame, angle: edits.edits.angle }, ratio))
              const size = shape.size && { width: shape.size.height, height: shape.size.width }
              choose({ label: shape.label, ratio: 1 / shape.ratio, ...(size && { size }) })
            }}
          >
            <Repeat2 aria-hidden />
          </Button>
        </div>
      </Group>
      <Group label="Turn and flip">
        <div className="grid grid-cols-4 gap-1">
          <IconButton label="Turn left by 90° (Shift R)" onClick={turning.anticlockwise}>
            <RotateCcw aria-hidden />
          </IconButton>
          <IconButton label="Turn right by 90° (R)" onClick={turning.clockwise}>
            <RotateCw aria-hidden />
          </IconButton>
          {/* These icons are named for the axis: over the vertical one, left and right change places. */}
          <IconButton label="Flip left and right (H)" onClick={turning.leftRight}>
            <FlipVertical2 aria-hidden />
          </IconButton>
          <IconButton label="Flip top and bottom (V)" onClick={turning.topBottom}>
            <FlipHorizontal2 aria-hidden />
          </IconButton>
        </div>
      </Group>
      <Straighten edits={edits} onStraightening={props.onStraightening} />
      <CropNumbers edits={edits} onShape={onShape} />
    </>
  )
}

function Straighten({ edits, onStraightening }: Pick<CropPanelProps, 'edits' | 'onStraightening'>) {
  const id = useId()
  const { angle } = edits.edits
  return (
    <div>
      <div className="mb-1 flex items-center justify-between">
        <label htmlFor={id} className="text-sm font-medium">
          Straighten
        </label>
        <span className="text-xs text-muted tabular-nums">{degrees(angle)}</span>
      </div>
      <input
        id={id}
        type="range"
        min={-45}
        max={45}
        step={0.1}
        value={angle}
        aria-valuetext={degrees(angle)}
        className="h-7 w-full accent-accent pointer-coarse:h-11"
        onFocus={() => onStraightening(true)}
        onBlur={() => {
          onStraightening(false)
          edits.settle()
        }}
        onPointerUp={edits.settle}
        onChange={(event) => edits.changeAngle(Number(event.target.value), 'straighten')}
        onDoubleClick={() => edits.changeAngle(0)}
      />
      <div className="flex justify-between">
        {[-1, -0.1, 0, 0.1, 1].map((step) => (
          <Button
            key={step}
            variant="faint"
            size="small"
            className="pointer-coarse:h-11"
            aria-label={step === 0 ? 'Straighten by 0°' : `Straighten ${degrees(step)} more`}
            onClick={() => edits.changeAngle(step === 0 ? 0 : Math.min(45, Math.max(-45, angle + step)))}
          >
            {step === 0 ? '0°' : degrees(step)}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** "+1.5°", with a real minus. */
function degrees(angle: number): string {
  const size = Math.abs(angle).toFixed(Number.isInteger(angle) ? 0 : Number.isInteger(angle * 10) ? 1 : 2)
  return `${angle > 0 ? '+' : angle < 0 ? '−' : ''}${size}°`
}

function CropNumbers({ edits, onShape }: Pick<CropPanelProps, 'edits' | 'onShape'>) {
  const { crop, frame } = edits.plan
  const straightened = { frame, angle: edits.edits.angle }
  const diagonal = Math.ceil(Math.hypot(frame.width, frame.height))
  const set = (change: Partial<CropRectangle>, gesture: string) => {
    if (change.width ?? change.height) onShape(undefined)
    edits.changeCrop(fitCrop(straightened, { ...crop, ...change }), gesture)
  }
  const fields = [
    ['Left', 'left', -diagonal],
    ['Top', 'top', -diagonal],
    ['Width', 'width', 1],
    ['Height', 'height', 1],
  ] as const
  return (
    <Group label="Crop in pixels">
      <div className="grid grid-cols-2 gap-2">
        {fields.map(([label, name, min]) => (
          <NumberField
            key={name}
            label={label}
            value={crop[name]}
            min={min}
            max={diagonal}
            onChange={(value) => set({ [name]: value }, `crop ${name}`)}
            onSettle={edits.settle}
          />
        ))}
      </div>
    </Group>
  )
}

/** A named group of controls. */
export function Group({ label, children }: { label: string; children: ReactNode }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="mb-1.5 text-sm font-medium">
        {label}
      </p>
      {children}
    </div>
  )
}

interface ChoiceProps {
  isChosen: boolean
  isWide?: boolean
  onClick: () => void
  children: ReactNode
}

export function Choice({ isChosen, isWide = false, onClick, children }: ChoiceProps) {
  return (
    <Button
      size="small"
      variant={isChosen ? 'primary' : 'secondary'}
      className={classNames('min-w-0 pointer-coarse:h-11', isWide && 'col-span-2')}
      aria-pressed={isChosen}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

function IconButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Button
      className="pointer-coarse:h-11"
      aria-label={label.replace(/ \(.*\)$/, '')}
      title={label}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
