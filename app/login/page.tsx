import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LoginForm } from '@/components/login/login-form'
import { pathAfterLogin } from '@/lib/access/path-after-login'
import { pageCaller } from '@/lib/api/page-caller'

export const metadata: Metadata = { title: 'Log in' }

/** The one page that a person without a login gets to see. */
export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const to = pathAfterLogin((await searchParams).to)
  if ((await pageCaller()).kind !== 'visitor') redirect(to)
  return (
    <div className="mx-auto grid max-w-sm gap-6 px-4 py-16">
      <div className="grid gap-1">
        <h1 className="text-lg font-semibold">Log in</h1>
        <p className="text-muted">This Diptych asks for its password: the one it was started with.</p>
      </div>
      <LoginForm to={to} />
    </div>
  )
}
