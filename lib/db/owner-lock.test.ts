import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '@/lib/testing/temporary-folder'
import { becomeOwner } from './owner-lock'

/** Another process that wants the folder; `said` resolves when it prints that word. */
function startClaimant(folder: string) {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/testing/hold-owner-lock.ts', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const words: string[] = []
  createInterface(child.stdout).on('line', (line) => words.push(line))
  const ended = once(child, 'exit')
  async function kill() {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    words,
    kill,
    said: (word: string) => vi.waitFor(() => expect(words).toContain(word), { timeout: 20_000 }),
  }
}

it('a second process waits, and takes over when the first is killed', async () => {
  const folder = await temporaryFolder()
  const first = startClaimant(folder)
  await first.said('owner')
  const second = startClaimant(folder)
  await second.said('waiting')
  expect(second.words).toEqual(['waiting'])
  await first.kill()
  await second.said('owner')
  expect(first.words).toEqual(['owner'])
})

it('a wait can be given up, and an ownership too', async () => {
  const folder = await temporaryFolder()
  const giveUp = await becomeOwner(folder, new AbortController().signal, () => {})
  const stop = new AbortController()
  const onWaiting = vi.fn(() => stop.abort())
  expect(await becomeOwner(folder, stop.signal, onWaiting)).toBeUndefined()
  expect(onWaiting).toHaveBeenCalledOnce()
  giveUp!()
  const again = await becomeOwner(folder, new AbortController().signal, onWaiting)
  expect(again).toBeTypeOf('function')
  again!()
})
