'use client'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { AtSign, Bookmark, History as HistoryIcon, Palette } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import { useFormValue } from '../form-context'
import { sharedPath } from '../playground-values'

// Fetched when the text box is first used, or names pictures.
const InstructionAssist = loadedWhenUsed(() =>
  import('./instruction-assist').then((module) => module.InstructionAssist),
)
// Each fetched when it is opened.
const panels = {
  Colour: loadedWhenUsed(() => import('./colour-panel').then((module) => module.ColourPanel)),
  History: loadedWhenUsed(() => import('./earlier-panel').then((module) => module.EarlierPanel)),
  Presets: loadedWhenUsed(() => import('../presets/presets-panel').then((module) => module.PresetsPanel)),
}
type PanelName = keyof typeof panels
const icons = { Colour: Palette, History: HistoryIcon, Presets: Bookmark }

/** What a panel under an instruction gets. */
export interface InstructionPanelProps {
  box: RefObject<HTMLTextAreaElement | null>
  onClose: () => void
}

interface InstructionBarProps {
  box: RefObject<HTMLTextAreaElement | null>
  path: string
}

/** What helps to write an instruction: pictures by "@", colours, earlier ones, and presets where all models share it. */
export function InstructionBar({ box, path }: InstructionBarProps) {
  const value = useFormValue(path)
  const [isUsed, setUsed] = useState(false)
  const [open, setOpen] = useState<PanelName>()
  const bar = useRef<HTMLDivElement>(null)
  const names: PanelName[] =
    path === sharedPath('prompt') ? ['Colour', 'History', 'Presets'] : ['Colour', 'History']
  const Panel = open && panels[open]

  useEffect(() => {
    const element = box.current
    const use = () => setUsed(true)
    element?.addEventListener('focus', use)
    if (document.activeElement === element) use()
    return () => element?.removeEventListener('focus', use)
  }, [box])

  function close() {
    const button = bar.current?.querySelector<HTMLElement>(`[aria-expanded="true"]`)
    setOpen(undefined)
    button?.focus()
  }
  async function askForPicture() {
    const element = box.current
    if (!element) return
    const { insertWord } = await import('./insert-text')
    insertWord(element, '@')
  }

  return (
    <div
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      {isUsed || (typeof value === 'string' && /image.?\d/i.test(value)) ? (
        <InstructionAssist box={box} path={path} />
      ) : null}
      <div ref={bar} role="group" aria-label="Writing help" className="mt-1 flex flex-wrap gap-1">
        <Button
          variant="faint"
          size="small"
          className="pointer-coarse:h-11"
          title="Name a picture; or type @"
          onClick={() => void askForPicture()}
        >
          <AtSign aria-hidden />
          Picture
        </Button>
        {names.map((name) => {
          const Icon = icons[name]
          return (
            <Button
              key={name}
              variant="faint"
              size="small"
              className="pointer-coarse:h-11"
              aria-expanded={open === name}
              onPointerEnter={() => panels[name].preload()}
              onClick={() => setOpen(open === name ? undefined : name)}
            >
              <Icon aria-hidden />
              {name}
            </Button>
          )
        })}
      </div>
      {Panel ? <Panel box={box} onClose={close} /> : null}
    </div>
  )
}
