import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Region } from './frame-picture'

/** Stands where a picture should be. `partial`: a smaller version of it is shown, only the detail is missing. */
export function PictureFailure(props: { region: Region; partial: boolean; onRetry: () => void }) {
  const { region, partial, onRetry } = props
  return (
    <div
      role="alert"
      className={
        partial
          ? 'absolute bottom-2 flex justify-center px-2'
          : 'absolute inset-y-0 flex items-center justify-center p-4'
      }
      style={{ left: region.left, right: region.right }}
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
