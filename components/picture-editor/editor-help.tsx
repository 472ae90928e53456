import { HelpPopover } from '@/components/ui/help-popover'
import { KeyList } from '@/components/ui/key-list'
import { editorKeys, otherKeys } from './editor-keys'

/** A button that lists the keys. */
export function EditorHelp() {
  return (
    <HelpPopover title="Keys" of="the picture editor" width="small" size="icon">
      <h3 className="mb-2 font-semibold">Keys</h3>
      <KeyList keys={[...editorKeys, ...otherKeys]} />
    </HelpPopover>
  )
}
