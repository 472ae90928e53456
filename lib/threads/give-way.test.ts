import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

/** Starts a pool of threads by using it, and lists the threads of the process by how far they give way. */
const niceOfThreads = `
  const fs = require('node:fs')
  fs.stat('.', () => {
    const nice = (task) => Number(fs.readFileSync('/proc/self/task/' + task + '/stat', 'utf8').split(') ')[1].split(' ')[16])
    console.log(JSON.stringify(fs.readdirSync('/proc/self/task').map(nice)))
  })`

async function threads(...parameters: string[]): Promise<number[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [...parameters, '--eval', niceOfThreads])
  return JSON.parse(stdout) as number[]
}

describe.runIf(process.platform === 'linux')('who gives way', () => {
  it('the four threads of the pool, a little, and no other of the server', async () => {
    const plain = await threads()
    const ours = await threads('--require', './lib/threads/pool-gives-way.cjs')
    expect(plain.filter((nice) => nice > 0)).toEqual([])
    expect(ours[0]).toBe(0)
    expect(ours.filter((nice) => nice === 5)).toHaveLength(4)
  })

  it('a thread, and those that it makes', async () => {
    const nice = await threads('--require', './lib/threads/work-thread-gives-way.cjs')
    expect(nice.filter((one) => one === 19).length).toBeGreaterThanOrEqual(5)
  })
})
