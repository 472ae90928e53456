import type { Metadata } from 'next'
import { AccessSection } from '@/components/settings/access-section'
import { PagesSection } from '@/components/settings/pages-section'
import { TokensSection } from '@/components/settings/tokens-section'
import { idleDays } from '@/lib/access/idle-days'
import { diptych } from '@/lib/diptych'

export const metadata: Metadata = { title: 'Settings' }
// Shows what is in the database now.
export const dynamic = 'force-dynamic'

/** Who gets in, and what programs may do. */
export default async function SettingsPage() {
  const { gate, tokens } = await diptych()
  return (
    <div className="mx-auto grid max-w-3xl gap-4 p-4 pb-16">
      <h1 className="text-lg font-semibold">Settings</h1>
      <AccessSection isClosed={gate.isClosed} idleDays={idleDays} />
      <TokensSection tokens={await tokens.list()} />
      <PagesSection />
    </div>
  )
}
