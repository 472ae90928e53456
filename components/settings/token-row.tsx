import { useState } from 'react'
import type { Token } from '@/lib/access/token-store'
import { Button } from '@/components/ui/button'
import { formatCents } from '@/components/ui/format-cents'
import { revokeToken } from './token-requests'

/** The same day for server and browser, wherever they are. */
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** One token, and the way to take it back. */
export function TokenRow({ token, onRevoked }: { token: Token; onRevoked(): void }) {
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { name, monthlyBudgetCents, createdAt, usedAt } = token

  async function revoke() {
    const failed = await revokeToken(token.id)
    setProblem(failed)
    if (!failed) onRevoked()
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <div className="grid min-w-48 flex-1">
        <span className="font-medium wrap-anywhere">{name}</span>
        <span className="text-xs text-muted">
          {monthlyBudgetCents === undefined
            ? 'No budget of its own'
            : `At most ${formatCents(monthlyBudgetCents)} a month`}
          {' · '}
          made {day.format(createdAt)}
          {' · '}
          {usedAt === undefined ? 'never used' : `last used ${day.format(usedAt)}`}
        </span>
      </div>
      {isAsking ? (
        <div className="flex flex-wrap items-center gap-2">
          <span>Programs that use it stop working.</span>
          <Button variant="danger" size="small" className="pointer-coarse:h-11" autoFocus onClick={revoke}>
            Revoke “{name.slice(0, 20)}”
          </Button>
          <Button size="small" className="pointer-coarse:h-11" onClick={() => setAsking(false)}>
            Keep
          </Button>
        </div>
      ) : (
        <Button
          size="small"
          className="pointer-coarse:h-11"
          aria-label={`Revoke ${name}`}
          onClick={() => setAsking(true)}
        >
          Revoke…
        </Button>
      )}
      <p role="status" className="text-danger empty:hidden">
        {problem}
      </p>
    </li>
  )
}
