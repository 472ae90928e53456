import { useId, useState, type SubmitEvent } from 'react'
import type { Token } from '@/lib/access/token-store'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'
import { CopyButton } from '@/components/ui/copy-button'
import { readBudget } from './read-budget'
import { makeToken } from './token-requests'

/** Makes a token and shows it, once. */
export function NewToken({ onMade }: { onMade(token: Token): void }) {
  const id = useId()
  const [name, setName] = useState('')
  const [budget, setBudget] = useState('')
  const [problem, setProblem] = useState<{ field: 'name' | 'budget' | 'server'; sentence: string }>()
  const [made, setMade] = useState<{ name: string; secret: string }>()
  const [isSending, setSending] = useState(false)

  async function make(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const cents = readBudget(budget)
    if (name.trim() === '')
      return setProblem({
        field: 'name',
        sentence: 'Give the token a name, so that you know later what it is for.',
      })
    if (cents === null)
      return setProblem({
        field: 'budget',
        sentence: 'Write an amount like 2.50, or leave it empty for no budget of its own.',
      })
    setSending(true)
    const answer = await makeToken({ name: name.trim(), monthlyBudgetCents: cents })
    setSending(false)
    if ('error' in answer) return setProblem({ field: 'server', sentence: answer.error })
    setProblem(undefined)
    setName('')
    setBudget('')
    setMade({ name: answer.token.name, secret: answer.secret })
    onMade(answer.token)
  }

  return (
    <div className="grid gap-3">
      <form noValidate onSubmit={make} className="flex flex-wrap items-end gap-3">
        <div className="grid min-w-48 flex-1 gap-1">
          <label htmlFor={`${id}-name`} className="font-medium">
            Name
          </label>
          <input
            id={`${id}-name`}
            maxLength={80}
            autoComplete="off"
            placeholder="What it is for"
            className={classNames(controlClass, 'h-9 pointer-coarse:h-11')}
            aria-invalid={problem?.field === 'name'}
            aria-describedby={`${id}-problem`}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="grid gap-1">
          <label htmlFor={`${id}-budget`} className="font-medium">
            Budget a month, $ <span className="font-normal text-muted">(optional)</span>
          </label>
          <input
            id={`${id}-budget`}
            inputMode="decimal"
            autoComplete="off"
            className={classNames(controlClass, 'h-9 w-full tabular-nums pointer-coarse:h-11')}
            aria-invalid={problem?.field === 'budget'}
            aria-describedby={`${id}-problem`}
            value={budget}
            onChange={(event) => setBudget(event.target.value)}
          />
        </div>
        <Button type="submit" className="pointer-coarse:h-11" disabled={isSending}>
          Make a token
        </Button>
      </form>
      <p id={`${id}-problem`} role="alert" className="text-danger empty:hidden">
        {problem?.sentence}
      </p>
      <div role="status">
        {made && (
          <div className="grid gap-2 rounded-md border border-line-strong bg-raised p-3">
            <p>
              The token “{made.name}”. Copy it now: it is stored as a hash only, and{' '}
              <strong>not shown again</strong>.
            </p>
            <div className="flex flex-wrap items-center gap-2">
              <code className="min-w-0 flex-1 basis-64 font-mono text-xs wrap-anywhere select-all">
                {made.secret}
              </code>
              <CopyButton text={made.secret} className="pointer-coarse:h-11" />
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
