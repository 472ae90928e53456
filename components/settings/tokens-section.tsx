'use client'

import { useState } from 'react'
import type { Token } from '@/lib/access/token-store'
import { NewToken } from './new-token'
import { SettingsSection } from './settings-section'
import { TokenRow } from './token-row'

/** The tokens by which programs use the API. */
export function TokensSection({ tokens: known }: { tokens: Token[] }) {
  const [tokens, setTokens] = useState(known)
  return (
    <SettingsSection
      id="tokens"
      title="API tokens"
      note={
        <>
          A program sends one as <code className="font-mono text-xs">Authorization: Bearer …</code>, as the
          providers’ own examples do. It may use the API and fetch pictures, but not these pages.
        </>
      }
    >
      {tokens.length > 0 && (
        <ul className="grid divide-y divide-line border-y border-line">
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              onRevoked={() => setTokens((now) => now.filter(({ id }) => id !== token.id))}
            />
          ))}
        </ul>
      )}
      <NewToken onMade={(token) => setTokens((now) => [token, ...now])} />
    </SettingsSection>
  )
}
