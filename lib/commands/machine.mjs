/** What the tests need of the machine, found or installed: a Chromium, and PostgreSQL's programs. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Path of a Chromium: the system's, else Playwright's, else Debian's package. Undefined if none can be had. */
export function findChromium() {
  return (
    systemChromium() ?? playwrightChromium() ?? (installPackages('chromium') ? systemChromium() : undefined)
  )
}

function systemChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(which).find(Boolean)
}

function playwrightChromium() {
  const { chromium } = require('@playwright/test')
  const present = () => (fs.existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined)
  if (present()) return present()
  console.log('No Chromium on this machine: trying Playwright’s…')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 120_000 })
  return present()
}

/** Whether PostgreSQL's server programs are there; installs Debian's package if it may. */
export function ensurePostgres() {
  return hasPostgres() || (installPackages('postgresql') && hasPostgres())
}

function hasPostgres() {
  const versions = fs.existsSync('/usr/lib/postgresql') ? fs.readdirSync('/usr/lib/postgresql') : []
  return (
    which('initdb') !== undefined ||
    versions.some((version) => fs.existsSync(`/usr/lib/postgresql/${version}/bin/initdb`))
  )
}

function installPackages(...names) {
  if (process.getuid?.() !== 0 || !which('apt-get')) return false
  console.log(`Installing Debian’s ${names.join(', ')}…`)
  const apt = (...parameters) =>
    spawnSync('apt-get', parameters, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  return apt('install', '-y', '--no-install-recommends', ...names).status === 0
}

function which(program) {
  const { stdout, status } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}
