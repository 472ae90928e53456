'use client'

import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { ShareDialogProps } from './share-dialog'

export const ShareDialog = loadedWhenUsed(() => import('./share-dialog').then((code) => code.ShareDialog))

type ShareButtonProps = Omit<ShareDialogProps, 'onClose'> &
  Pick<ButtonProps, 'variant' | 'size' | 'className'>

/** Opens the dialog in which a link is made. */
export function ShareButton({ target, count, ...looks }: ShareButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...looks}
        aria-haspopup="dialog"
        onPointerEnter={ShareDialog.preload}
        onFocus={ShareDialog.preload}
        onClick={() => setOpen(true)}
      >
        <Share2 aria-hidden /> Share…
      </Button>
      {isOpen && <ShareDialog target={target} count={count} onClose={() => setOpen(false)} />}
    </>
  )
}
