import { Table2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { FactsTable } from './facts-table'
import type { Frame } from './frame'
import { HeatMapBar } from './heat-map-bar'
import { extrasClass } from './viewer-shape'

export interface ViewerExtrasProps {
  id: string
  /** Undefined where no frame could be moved by it. */
  aligned?: boolean
  onAlignedChange: (aligned: boolean) => void
  /** What is known of how shown pictures lie over the input, in words. */
  alignmentNotes: readonly string[]
  /** Undefined where no frame has one. */
  heat?: boolean
  onHeatChange: (heat: boolean) => void
  /** From 0 to 1. */
  heatOpacity: number
  onHeatOpacityChange: (opacity: number) => void
  /** Undefined where nothing is known of any frame. */
  factsOpen?: boolean
  onFactsOpenChange: (open: boolean) => void
  shown: readonly Frame[]
  /** Keeps its place while nothing is known yet. */
  kept: boolean
}

/** What is known of the pictures beside themselves: how they lie, what changed, how they were made. */
export function ViewerExtras(props: ViewerExtrasProps) {
  const { id, aligned, alignmentNotes, heat, heatOpacity, factsOpen, shown } = props
  const nothing =
    [aligned, heat, factsOpen].every((value) => value === undefined) && alignmentNotes.length === 0
  if (nothing) return props.kept ? <div className={extrasClass} /> : null
  return (
    <div className={extrasClass}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-xs">
        {aligned !== undefined && (
          <label
            className={`${switchClass} font-medium`}
            title="Lay each picture over the input as well as it fits (A)"
          >
            <Switch checked={aligned} onChange={(event) => props.onAlignedChange(event.target.checked)} />
            Align
          </label>
        )}
        {heat !== undefined && (
          <>
            <label className={`${switchClass} font-medium`} title="What changed against the input (H)">
              <Switch checked={heat} onChange={(event) => props.onHeatChange(event.target.checked)} />
              Heat map
            </label>
            {heat && <HeatMapBar opacity={heatOpacity} onChange={props.onHeatOpacityChange} />}
          </>
        )}
        {factsOpen !== undefined && (
          <Button
            size="small"
            className="ml-auto pointer-coarse:h-11"
            aria-expanded={factsOpen}
            aria-controls={factsOpen ? `${id}-facts` : undefined}
            title="How the shown pictures were made (T)"
            onClick={() => props.onFactsOpenChange(!factsOpen)}
          >
            <Table2 aria-hidden /> Parameters
          </Button>
        )}
      </div>
      {alignmentNotes.length > 0 && (
        <ul className="max-h-24 overflow-y-auto text-xs text-muted">
          {alignmentNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {factsOpen && <FactsTable id={`${id}-facts`} frames={shown} />}
    </div>
  )
}

const switchClass = 'flex cursor-pointer items-center gap-2 pointer-coarse:min-h-11'
