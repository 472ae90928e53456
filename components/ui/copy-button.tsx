'use client'
import { useEffect, useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { Button } from './button'

/** Copies a text and says so. On a plain-HTTP address other than loopback browsers refuse; that is said too. */
export function CopyButton({ text, className }: { text: string; className?: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>()

  useEffect(() => {
    if (!outcome) return
    const timer = setTimeout(() => setOutcome(undefined), 2000)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('refused')
    }
  }

  return (
    <Button size="small" className={className} onClick={copy}>
      {outcome === 'copied' ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span role="status">
        {outcome === 'copied' ? 'Copied' : outcome ? 'Select and copy by hand' : 'Copy'}
      </span>
    </Button>
  )
}
