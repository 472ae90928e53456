'use client'
import { useRef, useState } from 'react'
import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { variantUrl } from '@/lib/assets/asset-urls'
import { useFormContextValue } from '../form-context'
import type { BatchItem } from './pair-batch'

interface BatchListProps {
  /** As they are run: a picture with two instructions stands there twice. */
  items: readonly BatchItem[]
  onRemove: (name: string) => void
}

/** The pictures by their files, with what each is told. */
export function BatchList({ items, onRemove }: BatchListProps) {
  const { pictures } = useFormContextValue()
  const [announcement, announce] = useState('')
  const list = useRef<HTMLOListElement>(null)

  function remove(name: string, index: number) {
    onRemove(name)
    announce(`${name} removed.`)
    // The button goes away with its picture: the keyboard goes on at the next, or where pictures are added.
    const group = list.current?.closest('[role="group"]')
    requestAnimationFrame(() => {
      const buttons = group?.querySelectorAll<HTMLElement>('li [aria-label^="Remove"]') ?? []
      const next = buttons[Math.min(index, buttons.length - 1)] ?? group?.querySelector('button')
      next?.focus()
    })
  }

  return (
    <>
      <ol
        ref={list}
        aria-label={items.length === 1 ? '1 picture' : `${items.length} pictures`}
        className="max-h-80 divide-y divide-line overflow-y-auto rounded-md border border-line bg-panel"
      >
        {items.map(({ id, name, instruction }, index) => {
          const facts = pictures.get(id)
          return (
            <li key={`${index} ${id}`} className="flex items-center gap-2 py-1 pr-1 pl-1.5">
              <span className="w-5 shrink-0 text-right text-xs text-muted tabular-nums">{index + 1}</span>
              <img
                src={variantUrl(id, 160)}
                alt=""
                width={40}
                height={40}
                loading="lazy"
                className="size-10 shrink-0 object-contain"
              />
              <div className="min-w-0 flex-1 text-xs">
                <p className="truncate" title={name}>
                  {name}
                </p>
                <p className="truncate text-muted" title={instruction}>
                  {instruction ?? (facts ? `${facts.width} × ${facts.height}` : '')}
                </p>
              </div>
              <Button
                variant="quiet"
                size="icon-small"
                className="pointer-coarse:size-11"
                aria-label={`Remove ${name}`}
                onClick={() => remove(name, index)}
              >
                <X aria-hidden />
              </Button>
            </li>
          )
        })}
      </ol>
      <p className="sr-only" role="status">
        {announcement}
      </p>
    </>
  )
}
