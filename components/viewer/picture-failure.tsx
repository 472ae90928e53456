import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'

/** Stands where a picture should be. `partial`: a smaller version of it is shown, only the detail is missing. */
export function PictureFailure({ partial, onRetry }: { partial: boolean; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className={classNames(
        'absolute right-(--caption-right,var(--region-right)) left-(--caption-left,var(--region-left)) flex justify-center',
        partial ? 'bottom-2 px-2' : 'inset-y-0 items-center p-4',
      )}
    >
      <div className="flex max-w-72 flex-wrap items-center justify-center gap-2 rounded-md border border-line bg-panel p-2 text-center text-xs">
        <p>
          {partial
            ? 'The full size could not be loaded; this is a smaller copy.'
            : 'This picture could not be loaded. It may have been deleted, or the server is out of reach.'}
        </p>
        <Button size="small" className="pointer-coarse:h-11" onClick={onRetry}>
          <RotateCcw aria-hidden /> Try again
        </Button>
      </div>
    </div>
  )
}
