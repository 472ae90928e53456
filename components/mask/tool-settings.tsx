import { ChoiceField } from './choice-field'
import { CheckField } from './check-field'
import type { Painter } from './painter'
import { largestBrush } from './painter-settings'
import { SliderField } from './slider-field'
import { usePainterState } from './use-painter-state'

/** What the chosen tool can be set to. */
export function ToolSettings({ painter }: { painter: Painter }) {
  const { settings, penSeen } = usePainterState(painter)
  const { tool } = settings
  return (
    <div className="space-y-3">
      {tool === 'hand' ? <p className="text-xs text-muted">Drag to move the picture.</p> : null}
      {tool === 'brush' ? (
        <>
          <SliderField
            label="Size"
            unit="px"
            least={1}
            most={largestBrush(painter.picture)}
            isLogarithmic
            value={settings.size}
            onChange={(size) => painter.set({ size })}
          />
          <SliderField
            label="Hardness"
            unit="%"
            least={0}
            most={100}
            value={Math.round(settings.hardness * 100)}
            onChange={(percent) => painter.set({ hardness: percent / 100 })}
          />
        </>
      ) : null}
      {tool === 'rectangle' || tool === 'lasso' || tool === 'fill' ? (
        <ChoiceField
          label="The tool"
          choices={[
            { value: 'paint', title: 'Paints' },
            { value: 'erase', title: 'Erases' },
          ]}
          value={settings.erase ? 'erase' : 'paint'}
          onChange={(value) => painter.set({ erase: value === 'erase' })}
        />
      ) : null}
      {tool === 'fill' ? (
        <>
          <SliderField
            label="Tolerance"
            unit=""
            least={0}
            most={255}
            value={settings.tolerance}
            onChange={(tolerance) => painter.set({ tolerance })}
          />
          <CheckField
            label="Only what hangs together"
            checked={settings.contiguous}
            onChange={(contiguous) => painter.set({ contiguous })}
          />
          <CheckField
            label="Smooth edge"
            checked={settings.smoothEdge}
            onChange={(smoothEdge) => painter.set({ smoothEdge })}
          />
        </>
      ) : null}
      {tool === 'hand' ? null : (
        <SliderField
          label="Opacity"
          unit="%"
          least={1}
          most={100}
          value={Math.round(settings.opacity * 100)}
          onChange={(percent) => painter.set({ opacity: percent / 100 })}
        />
      )}
      {tool === 'brush' ? (
        <ChoiceField
          label="A pen’s pressure changes"
          choices={[
            { value: 'size', title: 'Size' },
            { value: 'opacity', title: 'Opacity' },
            { value: 'none', title: 'Nothing' },
          ]}
          value={settings.pressure}
          onChange={(pressure) => painter.set({ pressure })}
        />
      ) : null}
      {penSeen ? (
        <CheckField
          label="Fingers paint too (else they move the picture)"
          checked={settings.fingersPaint}
          onChange={(fingersPaint) => painter.set({ fingersPaint })}
        />
      ) : null}
    </div>
  )
}
