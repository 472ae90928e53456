'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { themeCookie, themes, type Theme } from './theme'

const icons = { system: Monitor, light: Sun, dark: Moon }
const names = { system: 'as the system', light: 'light', dark: 'dark' }
const yearInSeconds = 31_536_000

/** Steps through system, light and dark. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const Icon = icons[theme]

  function step() {
    const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
    setTheme(next)
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${yearInSeconds}; samesite=lax`
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }

  return (
    <Button
      variant="quiet"
      size="icon"
      className="pointer-coarse:size-11"
      onClick={step}
      aria-label={`Colours: ${names[theme]}. Change.`}
    >
      <Icon aria-hidden />
    </Button>
  )
}
