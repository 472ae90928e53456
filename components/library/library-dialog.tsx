'use client'
import { useEffect, useRef, type ReactNode } from 'react'

/** A dialog of the browser's own: Escape closes it, the focus stays in it and goes back. */
export function LibraryDialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose(): void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-panel p-4 text-text backdrop:bg-black/40"
    >
      <div className="grid gap-3">
        <h2 className="text-base font-semibold">{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
