import { noiseLevel } from '@/lib/measures/difference-levels'
import { colourOf, strongestShown } from '@/lib/measures/heat-colours'

/** From the first difference that is painted in full to the greatest that is told apart. */
const legend = [0, 1, 2, 3, 4, 5].map((step) => {
  const least = noiseLevel * 1.5
  const [red, green, blue] = colourOf(least + ((strongestShown - least) * step) / 5)
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`
})

/** How strongly a heat map is drawn, from 0 to 1, and what its colours mean. */
export function HeatMapBar({ opacity, onChange }: { opacity: number; onChange: (opacity: number) => void }) {
  const percent = Math.round(opacity * 100)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
      <label className="flex items-center gap-2 pointer-coarse:min-h-11">
        Opacity
        <input
          type="range"
          min={10}
          max={100}
          step={5}
          value={percent}
          aria-valuetext={`${percent} %`}
          onChange={(event) => onChange(event.target.valueAsNumber / 100)}
          className="w-28 accent-(--accent)"
        />
      </label>
      <span
        className="flex items-center gap-1.5"
        title="What is not painted has not changed, or could not be compared"
      >
        changed a little
        <span
          aria-hidden
          className="h-2.5 w-24 rounded-full border border-line"
          style={{ backgroundImage: `linear-gradient(to right, ${legend.join(', ')})` }}
        />
        a lot
      </span>
    </div>
  )
}
