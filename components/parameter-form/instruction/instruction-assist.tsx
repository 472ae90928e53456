'use client'
import { useEffect, useId, useState, type RefObject } from 'react'
import { useFormValue } from '../form-context'
import { insertText, insertWord } from './insert-text'
import { MentionChips } from './mention-chips'
import { MentionList, optionId } from './mention-list'
import { isAskedFor } from './mention-query'
import { useHistoryKeys } from './use-history-keys'
import { useKeyDown } from './use-key-down'
import { useMentionQuery } from './use-mention-query'
import { useNamedPictures, type NamedPicture } from './use-named-pictures'

interface InstructionAssistProps {
  /** The plain text box that all of this serves. */
  box: RefObject<HTMLTextAreaElement | null>
  path: string
}

/** Beside an instruction's text box: the list that "@" opens, the pictures it names, and its earlier texts by Alt and arrows. */
export function InstructionAssist({ box, path }: InstructionAssistProps) {
  const listId = useId()
  const value = useFormValue(path)
  const pictures = useNamedPictures()
  const { query, close } = useMentionQuery(box)
  const [active, setActive] = useState(0)
  const [asked, setAsked] = useState(query)
  if (asked !== query) {
    setAsked(query)
    setActive(0)
  }
  const options = query ? pictures.filter(({ number }) => isAskedFor(number, query.text)) : []
  const isOpen = options.length > 0
  const at = options[active]

  function choose({ number }: NamedPicture) {
    const element = box.current
    if (!element || !query) return
    insertWord(element, `image ${number}`, query.start, query.start + 1 + query.text.length)
    // At the end one goes on writing.
    if (element.selectionEnd === element.value.length) insertText(element, ' ')
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActive((active + step + options.length) % options.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && at) choose(at)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useKeyDown(box, onKeyDown)
  useHistoryKeys(box)
  useComboboxNames(box, listId, isOpen && at ? optionId(listId, at) : undefined)

  return (
    <>
      <div className="relative">
        {isOpen ? (
          <MentionList id={listId} options={options} active={active} onPoint={setActive} onChoose={choose} />
        ) : null}
        <p role="status" className="sr-only">
          {isOpen
            ? `${options.length === 1 ? '1 picture' : `${options.length} pictures`}: up, down, Enter.`
            : ''}
        </p>
        {query && pictures.length === 0 ? (
          <p className="mt-1 text-xs text-muted">There is no picture to name yet: add one.</p>
        ) : null}
      </div>
      <MentionChips text={typeof value === 'string' ? value : ''} pictures={pictures} box={box} />
    </>
  )
}

/**
 * The attributes of a combobox, on a box that stays a text box of several lines: a textarea may have no other role, and
 * these are the ones it may have.
 */
function useComboboxNames(
  box: RefObject<HTMLTextAreaElement | null>,
  listId: string,
  activeId: string | undefined,
): void {
  useEffect(() => {
    box.current?.setAttribute('aria-autocomplete', 'list')
    box.current?.setAttribute('aria-haspopup', 'listbox')
  }, [box])
  useEffect(() => {
    const element = box.current
    if (!element || !activeId) return
    element.setAttribute('aria-controls', listId)
    element.setAttribute('aria-activedescendant', activeId)
    return () => {
      element.removeAttribute('aria-controls')
      element.removeAttribute('aria-activedescendant')
    }
  }, [box, listId, activeId])
}
