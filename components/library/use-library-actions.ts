'use client'
import { useState } from 'react'
import {
  addCollection,
  changeRuns,
  downloadRuns,
  emptyTrash,
  type Emptied,
  type RunsChange,
} from './library-requests'
import { runsText } from './run-texts'

/** What was done, and how to take it back where it can be. */
export interface Notice {
  text: string
  undo?: () => void
}

export interface LibraryActions {
  /** What is being done just now. */
  doing: string | undefined
  notice: Notice | undefined
  failure: string | undefined
  dismiss(): void
  /** Anything else: says what is being done, and then what was done or went wrong. */
  run(text: string, work: () => Promise<Notice>): void
  download(ids: readonly string[]): void
  star(ids: readonly string[], starred: boolean): void
  trash(ids: readonly string[]): void
  restore(ids: readonly string[]): void
  /** All of the trash without `ids`. */
  empty(ids?: readonly string[]): void
  collect(
    ids: readonly string[],
    into: { id: string; name: string } | { newName: string },
    from?: { id: string; name: string },
  ): void
  takeOut(ids: readonly string[], from: { id: string; name: string }): void
}

/** More are a day's download, and more than a form should carry. */
const mostDownloads = 1000

/**
 * @param refresh asks for the list again
 * @param done called after what was selected has been worked on
 */
export function useLibraryActions(refresh: () => Promise<void>, done: () => void): LibraryActions {
  const [doing, setDoing] = useState<string>()
  const [notice, setNotice] = useState<Notice>()
  const [failure, setFailure] = useState<string>()

  async function act(text: string, work: () => Promise<Notice>): Promise<void> {
    if (doing) return
    setDoing(text)
    setFailure(undefined)
    setNotice(undefined)
    try {
      const next = await work()
      await refresh()
      done()
      setNotice(next)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'That did not work. Try again.')
    } finally {
      setDoing(undefined)
    }
  }

  /** Does it, and offers to undo it by the opposite. */
  const change = (
    doingText: string,
    ids: readonly string[],
    what: RunsChange,
    text: (changed: number) => string,
    opposite?: RunsChange,
  ) =>
    void act(doingText, async () => {
      const changed = await changeRuns(ids, what)
      const undo = opposite && (() => change('Undoing…', ids, opposite, () => 'As it was before.'))
      return { text: text(changed), undo }
    })

  return {
    doing,
    notice,
    failure,
    dismiss() {
      setNotice(undefined)
      setFailure(undefined)
    },
    run: (text, work) => void act(text, work),
    download(ids) {
      if (ids.length <= mostDownloads) downloadRuns(ids)
      else
        setFailure(
          `One archive takes at most ${runsText(mostDownloads)}, and ${ids.length.toLocaleString('en')} are selected. Select fewer.`,
        )
    },
    star: (ids, starred) =>
      change(starred ? 'Starring…' : 'Taking stars away…', ids, { star: starred }, (changed) =>
        starred
          ? `${changed === 1 ? '1 result' : `${changed.toLocaleString('en')} results`} starred.`
          : `${changed === 1 ? '1 star' : `${changed.toLocaleString('en')} stars`} taken away.`,
      ),
    trash: (ids) =>
      change('Deleting…', ids, { trash: true }, (changed) => `${runsText(changed)} put into the trash.`, {
        trash: false,
      }),
    restore: (ids) =>
      change('Restoring…', ids, { trash: false }, (changed) => `${runsText(changed)} restored.`, {
        trash: true,
      }),
    empty: (ids) => void act('Removing…', async () => ({ text: emptiedText(await emptyTrash(ids)) })),
    collect: (ids, into, from) =>
      void act('Collecting…', async () => {
        const { id, name } = 'id' in into ? into : await addCollection(into.newName)
        await changeRuns(ids, { addTo: id, ...(from && { takeFrom: from.id }) })
        const undo = () =>
          change(
            'Undoing…',
            ids,
            { takeFrom: id, ...(from && { addTo: from.id }) },
            () => 'As it was before.',
          )
        return { text: `${runsText(ids.length)} ${from ? 'moved to' : 'in'} “${name}”.`, undo }
      }),
    takeOut: (ids, from) =>
      change(
        'Taking out…',
        ids,
        { takeFrom: from.id },
        () => `${runsText(ids.length)} taken out of “${from.name}”.`,
        { addTo: from.id },
      ),
  }
}

function emptiedText({ removed, unfinished }: Emptied): string {
  const left =
    unfinished === 1
      ? ' 1 run is still in progress and stays in the trash until it ends; cancel it to remove it now.'
      : ` ${runsText(unfinished)} are still in progress and stay in the trash until they end; cancel them to remove them now.`
  return `${runsText(removed)} removed for good.${unfinished > 0 ? left : ''}`
}
