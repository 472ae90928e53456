import 'server-only'
import { headers } from 'next/headers'
import type { Caller } from '@/lib/access/caller'
import { diptych } from '@/lib/diptych'

/**
 * Who looks at this page or calls this server action. proxy.ts has asked already; an action asks again before it
 * changes anything, because it can be called at any page's address.
 */
export async function pageCaller(): Promise<Caller> {
  const { gate } = await diptych()
  return gate.callerOf(await headers())
}
