'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'

/** Asks for a picture's address. The server fetches it, so it must be a public one. */
export function UrlDialog({ onUrl, onClose }: { onUrl: (url: string) => void; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [url, setUrl] = useState('')
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function add() {
    if (!/^https?:\/\/[^\s/]+/i.test(url.trim())) {
      setProblem('Give the whole address of a picture, beginning with https:// or http://.')
      return
    }
    onUrl(url.trim())
    dialog.current?.close()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-panel p-4 text-left text-text backdrop:bg-black/50"
      onClose={onClose}
    >
      <h2 id={`${id}-title`} className="mb-3 text-base font-semibold">
        Add a picture by its address
      </h2>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        Address
      </label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autoComplete="off"
        placeholder="https://…"
        className={classNames(controlClass, 'h-9 w-full')}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add()
        }}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-note`}
      />
      <p id={`${id}-note`} className={classNames('mt-1 text-xs', problem ? 'text-danger' : 'text-muted')}>
        {problem ?? 'The server fetches it: the address must be public and lead to the picture itself.'}
      </p>
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={() => dialog.current?.close()}>Cancel</Button>
        <Button variant="primary" onClick={add}>
          Add picture
        </Button>
      </div>
    </dialog>
  )
}
