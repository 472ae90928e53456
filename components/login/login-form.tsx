'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useId, useRef, useState, type SubmitEvent } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { controlClass } from '@/components/ui/control-class'

/** @param to where to go then: a path of this site */
export function LoginForm({ to }: { to: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [isShown, setShown] = useState(false)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function logIn(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = field.current?.value ?? ''
    if (password === '') {
      setProblem('Type the password.')
      field.current?.focus()
      return
    }
    setSending(true)
    const failed = await send(password)
    // A whole new page: its header is another one.
    if (!failed) return window.location.assign(to)
    setSending(false)
    setProblem(failed)
    field.current?.select()
  }

  return (
    // Sent before the script has come, it only asks for this page again: the password has no name that would get into
    // the address.
    <form noValidate onSubmit={logIn} className="grid gap-3">
      <input type="hidden" name="to" value={to} />
      <div className="grid gap-1">
        <label htmlFor={id} className="font-medium">
          Password
        </label>
        <div className="flex gap-2">
          <input
            ref={field}
            id={id}
            type={isShown ? 'text' : 'password'}
            autoComplete="current-password"
            autoFocus
            spellCheck={false}
            autoCapitalize="none"
            maxLength={1000}
            className={classNames(controlClass, 'h-11 min-w-0 flex-1')}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-problem`}
          />
          <Button
            size="large"
            aria-pressed={isShown}
            aria-label="Show the password"
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </Button>
        </div>
      </div>
      <p id={`${id}-problem`} role="alert" className="text-danger empty:hidden">
        {problem}
      </p>
      <Button type="submit" variant="primary" size="large" disabled={isSending}>
        {isSending ? 'Logging in…' : 'Log in'}
      </Button>
    </form>
  )
}

/** Returns a sentence if it did not work. */
async function send(password: string): Promise<string | undefined> {
  try {
    const answer = await fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password }),
    })
    if (answer.ok) return undefined
    return ((await answer.json()) as { error: string }).error
  } catch {
    return 'The server could not be reached. Try again.'
  }
}
