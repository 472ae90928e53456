'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { SettingsSection } from './settings-section'

/** Who gets in, and out again. */
export function AccessSection({ isClosed, idleDays }: { isClosed: boolean; idleDays: number }) {
  return (
    <SettingsSection
      id="access"
      title="Access"
      note={
        isClosed
          ? `This Diptych asks for its password. A login ends after ${idleDays} days without use, or when the password is changed.`
          : 'This Diptych answers on this machine only, and asks for no password. To reach it from elsewhere, start it with ACCESS_PASSWORD and HOST.'
      }
    >
      {isClosed && <LogOutButtons />}
    </SettingsSection>
  )
}

function LogOutButtons() {
  const [problem, setProblem] = useState<string>()

  async function logOut(address: string) {
    setProblem(undefined)
    const answer = await fetch(address, { method: 'DELETE' }).catch(() => undefined)
    // The whole page anew, which leads to the login: nothing of what was shown stays in it.
    if (answer?.ok || answer?.status === 401) window.location.reload()
    else setProblem('The server did not take it. Try again.')
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button className="pointer-coarse:h-11" onClick={() => logOut('/api/v1/session')}>
        Log out
      </Button>
      <Button className="pointer-coarse:h-11" onClick={() => logOut('/api/v1/session?everywhere')}>
        Log out everywhere
      </Button>
      <p role="status" className="text-danger">
        {problem}
      </p>
    </div>
  )
}
