'use client'
import { useEffect, useState } from 'react'
import { useFormContextValue } from '../form-context'
import { moveType } from './picture-order'
import { sourcesOf } from './picture-source'
import type { PictureTarget } from './upload-queue'

/** Takes pictures that are dropped or pasted anywhere on the page. */
export function PageDropZone() {
  const { uploads } = useFormContextValue()
  const [over, setOver] = useState<PictureTarget>()

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    // Entering a child is told before leaving its parent: only the count says when the pointer has left the page.
    let depth = 0

    function onDrag(event: DragEvent) {
      if (!carriesPictures(event.dataTransfer)) return
      if (event.type === 'dragenter') depth++
      if (event.type === 'dragleave') depth--
      event.preventDefault()
      setOver(depth > 0 ? targetAt(event) : undefined)
    }
    function onDrop(event: DragEvent) {
      depth = 0
      setOver(undefined)
      if (!event.dataTransfer || !carriesPictures(event.dataTransfer)) return
      event.preventDefault()
      const { files } = event.dataTransfer
      const target = targetAt(event)
      uploads.add(sourcesOf(files), target)
      const address = event.dataTransfer.getData('text/uri-list').split(/\r?\n/)[0]
      if (files.length === 0 && address) uploads.add([{ kind: 'url', url: address }], target)
    }
    function onPaste(event: ClipboardEvent) {
      const data = event.clipboardData
      if (!data || data.files.length === 0) return
      // A text processor puts a picture of the text beside the text: in a field the text is meant.
      if (isTextField(event.target) && data.types.includes('text/plain')) return
      event.preventDefault()
      uploads.add(sourcesOf(data.files), 'images')
    }

    for (const type of ['dragenter', 'dragover', 'dragleave'] as const)
      window.addEventListener(type, onDrag, { signal })
    window.addEventListener('drop', onDrop, { signal })
    window.addEventListener('paste', onPaste, { signal })
    return () => listening.abort()
  }, [uploads])

  if (!over) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-canvas/80">
      <p className="rounded-lg border-2 border-dashed border-accent bg-panel px-8 py-6 text-base font-medium">
        {over === 'batch' ? 'Drop to add to the batch' : 'Drop to add the pictures'}
      </p>
    </div>
  )
}

/** What is dropped on the batch is meant for it. */
function targetAt({ target }: DragEvent): PictureTarget {
  return target instanceof Element && target.closest('[data-batch]') ? 'batch' : 'images'
}

function carriesPictures(data: DataTransfer | null): boolean {
  const types = data?.types ?? []
  return !types.includes(moveType) && (types.includes('Files') || types.includes('text/uri-list'))
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')
}
