import { Button } from '@/components/ui/button'

/** That an answer did not reach the server, and the way to send it again. */
export function VoteTrouble({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 border-b border-line bg-panel px-3 py-2">
      <p className="text-warning">{sentence}</p>
      <Button size="small" className="pointer-coarse:h-11" onClick={onRetry}>
        Try again
      </Button>
    </div>
  )
}
