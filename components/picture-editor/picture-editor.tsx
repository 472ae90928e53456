'use client'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Tabs } from '@/components/ui/tabs'
import { toggleHelp } from '@/components/ui/toggle-help'
import type { Asset } from '@/lib/assets/asset'
import { noEdits, type PictureEdits } from '@/lib/picture-edits/picture-edits'
import { editsProblem, normaliseEdits, planEdits } from '@/lib/picture-edits/plan-edits'
import { CropPanel } from './crop-panel'
import { CropStage } from './crop-stage'
import { isSame } from './edit-history'
import { EditorFooter } from './editor-footer'
import { EditorHeader } from './editor-header'
import { actionOf } from './editor-keys'
import { ExtendPanel } from './extend-panel'
import { ResultStage } from './result-stage'
import type { Shape } from './shapes'
import { SizePanel } from './size-panel'
import { turningOf } from './turning'
import { keepUnsaved, unsavedEdits } from './unsaved-edits'
import { useEdits } from './use-edits'
import { usePaneSize } from './use-pane-size'
import { useSaving } from './use-saving'

export interface PictureEditorProps {
  /** The source: what the edits begin with, and what stays. */
  picture: Asset
  /** What is done to it already. */
  edits: PictureEdits | undefined
  /** Sizes that the chosen models work in, to crop to. */
  shapes?: readonly Shape[]
  /** The picture as edited, stored; the source itself if nothing is left to do. `onClose` follows. */
  onSave: (prepared: Asset, edits: PictureEdits) => void
  onClose: () => void
}

const tools = [
  { id: 'crop', title: 'Crop' },
  { id: 'size', title: 'Size' },
  { id: 'extend', title: 'Extend' },
] as const
type Tool = (typeof tools)[number]['id']

/** Crops, turns, straightens, resizes and extends one picture, over the whole window. The picture itself stays. */
export function PictureEditor({ picture, edits: initial, shapes = [], onSave, onClose }: PictureEditorProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [unsaved] = useState(() => unsavedEdits(picture.id))
  const edits = useEdits(picture, initial ?? noEdits, unsaved)
  const [tool, setTool] = useState<Tool>('crop')
  const [shape, setShape] = useState<Shape>()
  const [isBefore, setIsBefore] = useState(false)
  const [isStraightening, setIsStraightening] = useState(false)
  const [asksToDiscard, setAsksToDiscard] = useState(false)
  const [measure, pane] = usePaneSize()
  const saving = useSaving((prepared, made) => {
    keepUnsaved(picture.id, undefined)
    onSave(prepared, made)
    dialog.current?.close()
  })
  const turning = turningOf(picture, edits, shape, setShape)
  const isChanged = !isSame(edits.edits, normaliseEdits(picture, initial ?? noEdits))

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  useEffect(
    () => keepUnsaved(picture.id, isChanged ? edits.edits : undefined),
    [picture.id, isChanged, edits.edits],
  )

  function close() {
    if (isChanged && !asksToDiscard) return setAsksToDiscard(true)
    keepUnsaved(picture.id, undefined)
    dialog.current?.close()
  }

  function onKeyDown(event: KeyboardEvent) {
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z'
    const isRedo = event.ctrlKey && event.key.toLowerCase() === 'y'
    if (isUndo || isRedo) {
      event.preventDefault()
      if (isRedo || event.shiftKey) edits.redo?.()
      else edits.undo?.()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '?' && toggleHelp(dialog.current)) return event.preventDefault()
    const action = actionOf(event)
    if (!action) return
    event.preventDefault()
    if (action === 'before') setIsBefore(!isBefore)
    else turning[action]()
  }

  const stage = { picture, pane }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-canvas p-0 text-left text-text"
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        // A file field or a popover inside may send its own.
        if (event.target !== dialog.current) return
        event.preventDefault()
        close()
      }}
      onClose={(event) => event.target === dialog.current && onClose()}
    >
      <div className="flex h-full flex-col">
        <EditorHeader
          titleId={titleId}
          edits={edits}
          isBefore={isBefore}
          onBefore={setIsBefore}
          onReset={() => {
            edits.reset?.()
            setShape(undefined)
          }}
        />
        <div className="flex min-h-0 flex-1 flex-col md:flex-row">
          <div ref={measure} className="relative min-h-40 flex-1 overflow-hidden" data-testid="editor-stage">
            {isBefore ? (
              <ResultStage {...stage} plan={planEdits(picture, noEdits)} edits={noEdits} />
            ) : tool === 'crop' ? (
              <CropStage {...stage} edits={edits} ratio={shape?.ratio} isStraightening={isStraightening} />
            ) : (
              <ResultStage {...stage} plan={edits.plan} edits={edits.edits} />
            )}
          </div>
          <div className="max-h-[45dvh] overflow-y-auto border-t border-line bg-panel p-3 md:max-h-none md:w-80 md:border-t-0 md:border-l">
            <Tabs label="Tools" tabs={tools} selected={tool} onSelect={setTool}>
              {(id) => (
                <div className="flex flex-col gap-5 pt-4">
                  {id === 'crop' && (
                    <CropPanel
                      edits={edits}
                      turning={turning}
                      shapes={shapes}
                      shape={shape}
                      onShape={setShape}
                      onStraightening={setIsStraightening}
                    />
                  )}
                  {id === 'size' && <SizePanel edits={edits} />}
                  {id === 'extend' && <ExtendPanel edits={edits} />}
                </div>
              )}
            </Tabs>
          </div>
        </div>
        <EditorFooter
          problem={editsProblem(picture, edits.edits) ?? saving.problem}
          note={unsaved && isChanged ? 'These are the edits from before the page was left.' : undefined}
          isBlocked={editsProblem(picture, edits.edits) !== undefined}
          isSaving={saving.isSaving}
          asksToDiscard={asksToDiscard}
          onKeep={() => setAsksToDiscard(false)}
          onClose={close}
          onSave={() => void saving.save(picture, edits.edits)}
        />
      </div>
    </dialog>
  )
}

/** Keys belong to a field while one types in it. */
function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && !['range', 'radio', 'checkbox'].includes(target.type)
}
