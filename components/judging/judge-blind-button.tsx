'use client'

import { useState } from 'react'
import { EyeOff } from 'lucide-react'
import { comparablePairs } from '@/lib/judging/pairs'
import { Button } from '@/components/ui/button'
import { loadedWhenUsed } from '@/components/ui/loaded-when-used'
import type { BlindRoundProps } from './blind-round'

const BlindRound = loadedWhenUsed(() => import('./blind-round').then((code) => code.BlindRound))

/** Opens a blind round over a run, as soon as it has two results that can be compared. */
export function JudgeBlindButton(props: Omit<BlindRoundProps, 'onClose'>) {
  const [isOpen, setOpen] = useState(false)
  const isReady = comparablePairs(props.run).length > 0
  return (
    <>
      <Button
        className="pointer-coarse:h-11"
        aria-disabled={!isReady}
        title={
          isReady
            ? 'Compare results without their models’ names'
            : 'Needs two finished results made of the same pictures and instruction'
        }
        onPointerEnter={BlindRound.preload}
        onFocus={BlindRound.preload}
        onClick={() => setOpen(isReady)}
      >
        <EyeOff aria-hidden />
        Judge blind
      </Button>
      {isOpen && <BlindRound {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
