'use client'

import Link from 'next/link'
import { useEffect, useId, useRef, useState } from 'react'
import { defaultChoices, type ShareChoices, type ShareTarget } from '@/lib/sharing/share'
import { choiceTexts, sentenceOf } from '@/lib/sharing/share-texts'
import { Button, buttonClass } from '@/components/ui/button'
import { controlClass } from '@/components/ui/control-class'
import { CopyButton } from '@/components/ui/copy-button'
import { Switch } from '@/components/ui/switch'
import { isOnlyHere, makeShare } from './make-share'

export interface ShareDialogProps {
  target: ShareTarget
  /** How many results there are. */
  count: number
  onClose: () => void
}

const choiceKeys = Object.keys(choiceTexts) as (keyof ShareChoices)[]

/** Asks what a link shall show, makes it, and hands it over; or makes one file of the same. */
export function ShareDialog({ target, count, onClose }: ShareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [wanted, setWanted] = useState(defaultChoices)
  const [endsOn, setEndsOn] = useState('')
  const [isMaking, setMaking] = useState(false)
  const [url, setUrl] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const canVote = !wanted.modelNames && count > 1
  const choices = { ...wanted, voting: wanted.voting && canVote }

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  function change(key: keyof ShareChoices, isShown: boolean) {
    setWanted({ ...wanted, [key]: isShown })
    // The link that is there shows something else.
    setUrl(undefined)
  }

  async function make() {
    setMaking(true)
    setProblem(undefined)
    const answer = await makeShare(target, choices, endsOn)
    if ('url' in answer) setUrl(answer.url)
    else setProblem(answer.error)
    setMaking(false)
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-lg border border-line bg-panel p-4 text-left text-sm text-text backdrop:bg-black/50"
      onClose={onClose}
      // The page below has keys of its own.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={`${id}-title`} className="text-base font-semibold">
        {'runId' in target ? 'Share this run' : 'Share this result'}
      </h2>
      <fieldset className="mt-3 grid gap-0.5">
        <legend className="mb-1 text-xs text-muted">Beside the results it shows</legend>
        {choiceKeys
          .filter((key) => key !== 'voting' || count > 1)
          .map((key) => {
            const { title, note } = choiceTexts[key]
            return (
              <label
                key={key}
                className="flex cursor-pointer items-center gap-3 py-1 pointer-coarse:min-h-11"
              >
                <Switch
                  checked={choices[key]}
                  disabled={key === 'voting' && !canVote}
                  aria-describedby={note ? `${id}-${key}` : undefined}
                  onChange={(event) => change(key, event.target.checked)}
                />
                <span>
                  {title}
                  {note && (
                    <span id={`${id}-${key}`} className="block text-xs text-muted">
                      {key === 'voting' && !canVote ? 'Only where the models’ names are hidden.' : note}
                    </span>
                  )}
                </span>
              </label>
            )
          })}
      </fieldset>
      <p role="status" className="mt-3 rounded-md bg-raised px-3 py-2">
        {sentenceOf(choices, count)}
      </p>
      <label className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>Ends after (optional)</span>
        <input
          type="date"
          value={endsOn}
          onChange={(event) => {
            setEndsOn(event.target.value)
            setUrl(undefined)
          }}
          className={`${controlClass} h-9 pointer-coarse:h-11`}
        />
      </label>
      {problem && (
        <p role="alert" className="mt-3 text-danger">
          {problem}
        </p>
      )}
      {url ? <MadeLink url={url} /> : null}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <a
          href={fileAddress(target, choices)}
          download
          title="Works without a network: slider, zoom, all pictures at up to 2048 px"
          className={buttonClass({ className: 'pointer-coarse:h-11' })}
        >
          One HTML file
        </a>
        <div className="ml-auto flex gap-2">
          <Button className="pointer-coarse:h-11" onClick={() => dialog.current?.close()}>
            {url ? 'Done' : 'Cancel'}
          </Button>
          {!url && (
            <Button
              variant="primary"
              className="pointer-coarse:h-11"
              disabled={isMaking}
              onClick={() => void make()}
            >
              {isMaking ? 'Making it…' : 'Create link'}
            </Button>
          )}
        </div>
      </div>
    </dialog>
  )
}

function MadeLink({ url }: { url: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <div className="mt-3 grid gap-1.5">
      <div className="flex items-center gap-2">
        <input
          ref={field}
          readOnly
          aria-label="Link"
          value={url}
          onFocus={(event) => event.target.select()}
          className={`${controlClass} h-9 min-w-0 flex-1 pointer-coarse:h-11`}
        />
        <CopyButton text={url} className="pointer-coarse:h-11" />
      </div>
      {isOnlyHere(url) && (
        <p className="text-xs text-warning">
          This address is only reachable on this machine. Set PUBLIC_URL to make links for others.
        </p>
      )}
      <p className="text-xs text-muted">
        It can be taken back at any time under{' '}
        <Link href="/shares" className="text-accent-text underline">
          all links
        </Link>
        .
      </p>
    </div>
  )
}

function fileAddress(target: ShareTarget, choices: ShareChoices): string {
  const shown = choiceKeys.filter((key) => key !== 'voting' && choices[key])
  return `/api/v1/shares/file?${new URLSearchParams({ ...target, show: shown.join() })}`
}
