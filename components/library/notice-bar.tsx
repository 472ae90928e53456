'use client'
import { Undo2, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Notice } from './use-library-actions'

/** What was done, with its undo; it stays until something else is done, because nobody should have to hurry. */
export function NoticeBar({
  notice,
  failure,
  onDismiss,
}: {
  notice: Notice | undefined
  failure: string | undefined
  onDismiss(): void
}) {
  const isShown = notice !== undefined || failure !== undefined
  return (
    <div className={isShown ? 'sticky bottom-3 z-20 mx-auto w-fit max-w-full' : undefined}>
      <div
        className={
          isShown
            ? 'flex items-center gap-2 rounded-lg border border-line-strong bg-panel p-1.5 pl-3 shadow-lg'
            : undefined
        }
      >
        {/* Always there, so that what comes into them is read out. */}
        <p role="status">{notice?.text}</p>
        <p role="alert" className="text-danger">
          {failure}
        </p>
        {notice?.undo && (
          <Button
            size="small"
            className="pointer-coarse:h-11"
            onClick={notice.undo}
            title="Ctrl+Z or ⌘ Z"
            aria-keyshortcuts="Control+Z Meta+Z"
          >
            <Undo2 aria-hidden /> Undo
          </Button>
        )}
        {isShown && (
          <Button
            variant="faint"
            size="icon-small"
            className="pointer-coarse:size-11"
            aria-label="Dismiss"
            onClick={onDismiss}
          >
            <X aria-hidden />
          </Button>
        )}
      </div>
    </div>
  )
}
