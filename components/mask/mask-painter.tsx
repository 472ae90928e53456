'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { coverageOf } from '@/lib/masks/mask-coverage'
import type { Stretching } from '@/lib/masks/stretch-mask'
import { Button } from '@/components/ui/button'
import { toggleHelp } from '@/components/ui/toggle-help'
import { AskDialog, type Question } from './ask-dialog'
import { fitQuestion } from './fit-question'
import { startMaskWorker } from './mask-worker-client'
import { openPainter } from './open-painter'
import type { Painter } from './painter'
import { PainterDesk } from './painter-desk'
import { isTyping, runPainterKey } from './painter-keys'
import { saveMask } from './save-mask'

export interface MaskPainterProps {
  picture: Asset
  /** The picture's mask so far. */
  mask?: Asset
  /** It is stored; the painter then closes by itself. */
  onSave(mask: Asset): void
  onClose(): void
}

/** Paints the mask of a picture in the picture's own pixels, in a dialog as large as the window. */
export function MaskPainter({ picture, mask, onSave, onClose }: MaskPainterProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [question, setQuestion] = useState<Question>()
  const opened = useOpenPainter(picture, mask, setQuestion)
  const painter = opened instanceof Error ? undefined : opened
  const isGone = useRef(false)

  useEffect(() => {
    isGone.current = false
    if (!dialog.current?.open) dialog.current?.showModal()
    return () => void (isGone.current = true)
  }, [])

  // Reloading or closing the tab asks as closing the painter does: a mask can be an hour's work.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (painter?.store.get().isDirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [painter])

  function close() {
    if (painter?.store.get().isDirty)
      setQuestion({
        title: 'Close without saving?',
        text: 'What you have painted since the last save is lost.',
        answers: [{ title: 'Throw away', isDanger: true, onChoose: onClose }],
        cancel: 'Go on painting',
      })
    else onClose()
  }

  function escape() {
    if (!painter?.giveUp()) close()
  }

  async function store(from: Painter) {
    const asset = await saveMask(from)
    // Closed meanwhile, it was thrown away.
    if (!asset || isGone.current) return
    from.markSaved()
    onSave(asset)
    onClose()
  }

  function save() {
    if (!painter) return
    const { kind } = coverageOf(painter.mask)
    if (kind === 'empty')
      return painter.say('The mask is empty: paint over what should be made anew, then save.', true)
    if (kind === 'partial') return void store(painter)
    setQuestion({
      title: 'Save a mask of the whole picture?',
      text: 'Everything is painted over, so that nothing of the picture would be kept.',
      answers: [{ title: 'Save all the same', onChoose: () => void store(painter) }],
      cancel: 'Go on painting',
    })
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-0 h-dvh max-h-none w-dvw max-w-none overflow-hidden bg-canvas p-0 text-left text-sm text-text"
      onKeyDown={(event) => {
        if (event.defaultPrevented) return
        if (event.key === 'Escape') {
          // It is the help's first.
          if (dialog.current?.querySelector(':popover-open')) return
          // Before the browser does: it would close at the second Esc without asking.
          event.preventDefault()
          escape()
        } else if (painter && !isTyping(event.target)) {
          const asksForHelp = event.key === '?' && painter.store.get().settings.singleKeys
          if (asksForHelp ? toggleHelp(dialog.current) : runPainterKey(painter, event.nativeEvent))
            event.preventDefault()
        }
      }}
      // By the system's own gesture for going back.
      onCancel={(event) => {
        event.preventDefault()
        escape()
      }}
    >
      {painter ? (
        <PainterDesk painter={painter} titleId={titleId} onAsk={setQuestion} onClose={close} onSave={save} />
      ) : (
        <div className="grid h-full place-content-center justify-items-center gap-4 p-8 text-center">
          <h2 id={titleId} className="text-base font-semibold">
            Mask
          </h2>
          <p role="status" className={opened ? 'text-danger' : 'text-muted'}>
            {opened instanceof Error ? opened.message : 'Opening…'}
          </p>
          <Button className="pointer-coarse:h-11" onClick={onClose}>
            Close
          </Button>
        </div>
      )}
      {question ? <AskDialog question={question} onClose={() => setQuestion(undefined)} /> : null}
    </dialog>
  )
}

/** The painter once its mask is there, or why it can't be. Picture and mask are those of the first moment. */
function useOpenPainter(picture: Asset, mask: Asset | undefined, ask: (question: Question) => void) {
  const [opened, setOpened] = useState<Painter | Error>()
  const [first] = useState({ picture, mask })

  useEffect(() => {
    const worker = startMaskWorker()
    let isGone = false
    const askToFit = (found: { width: number; height: number }) =>
      new Promise<Stretching | undefined>((resolve) =>
        ask(
          fitQuestion(found, first.picture, {
            onStretch: resolve,
            onCancel: () => resolve(undefined),
            cancel: 'Begin anew',
          }),
        ),
      )
    openPainter({ ...first, jobs: worker.jobs, askToFit }).then(
      (painter) => {
        if (!isGone) setOpened(painter)
      },
      (error: unknown) => {
        if (!isGone)
          setOpened(error instanceof Error ? error : new Error('The mask could not be opened. Try again.'))
      },
    )
    return () => {
      isGone = true
      worker.end()
    }
  }, [first, ask])

  return opened
}
