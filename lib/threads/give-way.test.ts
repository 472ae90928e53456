import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

interface Thread {
  nice: number
  /** As in sched.h: 0 normal, 5 idle. */
  policy: number
}

/** Starts a pool of threads by using it, and tells how far each thread of the process gives way. */
const tellThreads = `
  const fs = require('node:fs')
  fs.stat('.', () => {
    const threads = fs.readdirSync('/proc/self/task').map((task) => {
      const fields = fs.readFileSync('/proc/self/task/' + task + '/stat', 'utf8').split(') ')[1].split(' ')
      return { nice: Number(fields[16]), policy: Number(fields[38]) }
    })
    console.log(JSON.stringify(threads))
  })`

async function threadsWith(preload: string): Promise<Thread[]> {
  const parameters = ['--require', `./lib/threads/${preload}`, '--eval', tellThreads]
  const { stdout } = await promisify(execFile)(process.execPath, parameters)
  return JSON.parse(stdout) as Thread[]
}

describe.runIf(process.platform === 'linux')('who gives way', () => {
  it('the four threads of the pool, a little, and no other of the server', async () => {
    const [main, ...others] = await threadsWith('pool-gives-way.cjs')
    expect(main).toEqual({ nice: 0, policy: 0 })
    const giveWay = others.filter(({ nice }) => nice !== 0)
    for (const thread of giveWay) expect(thread).toEqual({ nice: 5, policy: 0 })
    // The thread that made them may still be ending.
    expect([4, 5]).toContain(giveWay.length)
  })

  it('a work thread to everybody, and so do those that it makes', async () => {
    const [main, ...others] = await threadsWith('work-thread-gives-way.cjs')
    expect(main).toEqual({ nice: 19, policy: 5 })
    expect(others.filter(({ policy }) => policy === 5)).toHaveLength(4)
  })
})
