import { Button } from '@/components/ui/button'
import { ChoiceField } from './choice-field'
import type { Painter } from './painter'
import { SliderField } from './slider-field'
import { usePainterState } from './use-painter-state'

/** How the mask lies over the picture. */
export function ViewSettings({ painter }: { painter: Painter }) {
  const { settings } = usePainterState(painter)
  return (
    <div className="space-y-3">
      {/* Two fingers are not everyone's: on a wide screen the same stands in the bar. */}
      <div className="grid grid-cols-3 gap-2 md:hidden">
        <Button className="pointer-coarse:h-11" onClick={() => painter.zoomBy(0.8)}>
          Zoom out
        </Button>
        <Button className="pointer-coarse:h-11" onClick={() => painter.zoomBy(1.25)}>
          Zoom in
        </Button>
        <Button className="pointer-coarse:h-11" onClick={painter.fit}>
          Whole
        </Button>
      </div>
      <ChoiceField
        label="Show"
        choices={[
          { value: 'both', title: 'Both' },
          { value: 'mask', title: 'Mask' },
          { value: 'picture', title: 'Picture' },
        ]}
        value={settings.show}
        onChange={(show) => painter.set({ show })}
      />
      <SliderField
        label="Strength"
        unit="%"
        least={10}
        most={100}
        value={Math.round(settings.strength * 100)}
        onChange={(percent) => painter.set({ strength: percent / 100 })}
      />
      <label className="flex items-center justify-between gap-2 text-xs text-muted">
        Colour
        <input
          type="color"
          className="h-7 w-16 rounded-md border border-line-strong bg-panel p-0.5 pointer-coarse:h-11"
          value={settings.color}
          onChange={(event) => painter.set({ color: event.target.value })}
        />
      </label>
    </div>
  )
}
