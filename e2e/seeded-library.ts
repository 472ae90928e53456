import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './diptych-server'

/** A data folder of a library of so many predictions; whoever asked for it removes it. */
export function seededLibrary(predictions: number, pictures: number): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'diptych-library-'))
  const parameters = ['--conditions=react-server', '--import', 'tsx', 'lib/commands/seed-library.ts']
  execFileSync(process.execPath, [...parameters, String(predictions), String(pictures)], {
    cwd: root,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, DATA_DIR: folder },
    stdio: 'ignore',
  })
  return folder
}
