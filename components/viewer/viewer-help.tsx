import { HelpPopover } from '@/components/ui/help-popover'
import { KeyList } from '@/components/ui/key-list'
import { viewerKeys } from './viewer-keys'

const otherWays = [
  { shown: 'Shift + arrows', does: 'Move a zoomed picture' },
  {
    shown: 'Arrows',
    does: 'On the divider: move it. On the place shown by crosshair or loupe: move that, with Shift by ten pixels. On the small pictures: choose.',
  },
  {
    shown: 'Wheel',
    does: 'Ctrl or ⌘ with the wheel zooms; once zoomed, or in full screen, so does the wheel alone.',
  },
  {
    shown: 'Touch',
    does: 'Two fingers zoom; one moves a zoomed picture, goes on to the next by a swipe where one is shown, and leads crosshair and loupe where they are on.',
  },
  { shown: 'Double click', does: 'Close up, and back to the whole picture' },
  { shown: '?', does: 'This list' },
]

/** A button that lists keys and gestures. */
export function ViewerHelp() {
  return (
    <HelpPopover title="Keys and gestures" of="the picture viewer" width="widest" size="icon-small">
      <h3 className="mb-2 font-semibold">Keys and gestures</h3>
      <KeyList keys={[...viewerKeys, ...otherWays]} isWide />
      <p className="mt-3 text-xs text-muted">Keys act while the focus is in the viewer. Esc closes this.</p>
    </HelpPopover>
  )
}
