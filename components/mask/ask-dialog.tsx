import { useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'

export interface Question {
  title: string
  text: string
  /** The first is the one that is suggested; Cancel is always there too. */
  answers: readonly { title: string; isDanger?: boolean; onChoose(): void }[]
  /** What Cancel says. */
  cancel?: string
  onCancel?(): void
}

/** Asks before something that can't be taken back. Esc is Cancel. */
export function AskDialog({ question, onClose }: { question: Question; onClose(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function close(choose: (() => void) | undefined) {
    onClose()
    choose?.()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-panel p-4 text-left text-text backdrop:bg-black/50"
      onKeyDown={(event) => {
        // Not the painter's: its keys lie under this dialog.
        event.stopPropagation()
        if (event.key !== 'Escape') return
        event.preventDefault()
        close(question.onCancel)
      }}
      onCancel={(event) => {
        event.preventDefault()
        event.stopPropagation()
        close(question.onCancel)
      }}
    >
      <h2 id={`${id}-title`} className="mb-2 text-base font-semibold">
        {question.title}
      </h2>
      <p id={`${id}-text`} className="text-sm text-muted">
        {question.text}
      </p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button className="pointer-coarse:h-11" onClick={() => close(question.onCancel)}>
          {question.cancel ?? 'Cancel'}
        </Button>
        {question.answers.map(({ title, isDanger, onChoose }, index) => (
          <Button
            key={title}
            variant={isDanger ? 'danger' : index === 0 ? 'primary' : 'secondary'}
            className="pointer-coarse:h-11"
            onClick={() => close(onChoose)}
          >
            {title}
          </Button>
        ))}
      </div>
    </dialog>
  )
}
