import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { OwnerHeader } from '@/components/site/owner-header'
import { themeCookie, themeFrom } from '@/components/site/theme'
import { pageCaller } from '@/lib/api/page-caller'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Diptych', template: '%s · Diptych' },
  description: 'A playground for image-editing models: one form, many models, before and after.',
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1 }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(themeCookie)?.value)
  const caller = await pageCaller()
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-panel focus:p-2"
        >
          Skip to content
        </a>
        <OwnerHeader theme={theme} hasLinks={caller.kind !== 'visitor'} />
        <main id="main">{children}</main>
      </body>
    </html>
  )
}
