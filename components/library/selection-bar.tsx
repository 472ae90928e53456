'use client'
import { Download, FolderPlus, Star, StarOff, Trash2, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface SelectionBarProps {
  count: number
  total: number
  isTrash: boolean
  /** What is being done, so that nothing is done twice. */
  doing: string | undefined
  onAll(): void
  onClear(): void
  onDownload(): void
  onStar(starred: boolean): void
  onCollect(): void
  onDelete(): void
  onRestore(): void
}

/** What can be done with what is selected; it stays at the bottom of the window. */
export function SelectionBar(props: SelectionBarProps) {
  const { count, total, isTrash, doing } = props
  return (
    <div
      role="toolbar"
      aria-label="Selected runs"
      className="sticky bottom-3 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1 rounded-lg border border-line-strong bg-panel p-1.5 shadow-lg"
    >
      <p className="px-2 text-sm" role="status">
        {doing ?? `${count.toLocaleString('en')} selected`}
      </p>
      <Action onPress={props.onAll} isOff={count === total} variant="faint">
        All {total.toLocaleString('en')}
      </Action>
      {isTrash ? (
        <>
          <Action onPress={props.onRestore} isOff={!count || !!doing} icon={<Undo2 aria-hidden />}>
            Restore
          </Action>
          <Action onPress={props.onDelete} isOff={!count || !!doing} isDanger icon={<Trash2 aria-hidden />}>
            Delete for good
          </Action>
        </>
      ) : (
        <>
          <Action onPress={props.onDownload} isOff={!count} icon={<Download aria-hidden />}>
            Download
          </Action>
          <Action
            onPress={() => props.onStar(true)}
            isOff={!count || !!doing}
            icon={<Star aria-hidden />}
            title="Stars the shown result of each run"
          >
            Star
          </Action>
          <Action
            onPress={() => props.onStar(false)}
            isOff={!count || !!doing}
            icon={<StarOff aria-hidden />}
            title="Takes all stars of these runs away"
          >
            Unstar
          </Action>
          <Action onPress={props.onCollect} isOff={!count || !!doing} icon={<FolderPlus aria-hidden />}>
            Collect
          </Action>
          <Action onPress={props.onDelete} isOff={!count || !!doing} isDanger icon={<Trash2 aria-hidden />}>
            Delete
          </Action>
        </>
      )}
      <Button
        variant="faint"
        size="icon"
        className="pointer-coarse:size-11"
        aria-label="Select none"
        onClick={props.onClear}
      >
        <X aria-hidden />
      </Button>
    </div>
  )
}

interface ActionProps {
  onPress(): void
  isOff: boolean
  isDanger?: boolean
  variant?: 'quiet' | 'faint'
  icon?: ReactNode
  title?: string
  children: ReactNode
}

function Action({ onPress, isOff, isDanger, variant = 'quiet', icon, title, children }: ActionProps) {
  return (
    <Button
      variant={isDanger ? 'danger' : variant}
      size="small"
      className="pointer-coarse:h-11"
      title={title}
      aria-disabled={isOff || undefined}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      {icon} {children}
    </Button>
  )
}
