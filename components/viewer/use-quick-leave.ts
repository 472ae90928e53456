import { useCallback, useRef } from 'react'
import { afterNextPaint } from '@/components/ui/after-next-paint'

/**
 * What a viewer in a dialog is left by: what it covers is to be seen at once, however long 64 pictures take to be taken
 * away by `onLeave`.
 */
export function useQuickLeave(onLeave: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const leave = useCallback(() => {
    // Asked twice, as when a browser closes the dialog by itself, it would go back twice.
    if (!dialog.current || dialog.current.style.display === 'none') return
    dialog.current.style.display = 'none'
    afterNextPaint(onLeave)
  }, [onLeave])
  return { dialog, leave }
}
