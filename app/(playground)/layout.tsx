import type { ReactNode } from 'react'
import { submitRun } from '@/app/actions'
import { Playground } from '@/components/playground/playground'
import { diptych } from '@/lib/diptych'

export default async function PlaygroundLayout({ children }: { children: ReactNode }) {
  const { access } = await diptych()
  return (
    <Playground providerAccess={access} submitRun={submitRun}>
      {children}
    </Playground>
  )
}
