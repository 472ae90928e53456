import { HelpPopover } from '@/components/ui/help-popover'
import { KeyList } from '@/components/ui/key-list'
import { CheckField } from './check-field'
import type { Painter } from './painter'
import { painterKeys } from './painter-keys'
import { usePainterState } from './use-painter-state'

const gestures = [
  { shown: 'Fingers', does: 'One paints, two move and zoom. Once a pen was used, fingers only move' },
  { shown: 'Wheel', does: 'Zoom where the pointer is' },
  { shown: 'Space', does: 'Held with the mouse: move the picture; so does the middle button' },
]

const cursorKeys = [
  { shown: 'Arrows', does: 'On the picture: move the cursor; with Shift farther, with Alt by one pixel' },
  { shown: 'Enter', does: 'Begin and end at the cursor; fill there' },
  { shown: 'Home End', does: 'Cursor to the left and right border; Page up and down to the others' },
  { shown: 'Esc', does: 'Give up what is being drawn; else close' },
  { shown: '?', does: 'This list' },
]

/** A button that lists keys and gestures. */
export function PainterHelp({ painter }: { painter: Painter }) {
  const { settings } = usePainterState(painter)
  return (
    <HelpPopover title="Keys and gestures" of="the mask painter" width="large" size="icon-medium">
      <h3 className="mb-2 font-semibold">Keys and gestures</h3>
      <KeyList keys={[...gestures, ...painterKeys, ...cursorKeys]} />
      <div className="mt-3">
        <CheckField
          label="Single letters and digits are shortcuts"
          checked={settings.singleKeys}
          onChange={(singleKeys) => painter.set({ singleKeys })}
        />
      </div>
    </HelpPopover>
  )
}
