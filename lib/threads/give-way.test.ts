import { execFile, spawnSync } from 'node:child_process'
import os from 'node:os'
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

async function threadsWith(preload: string, nice = 0): Promise<Thread[]> {
  const node = [process.execPath, '--require', `./lib/threads/${preload}`, '--eval', tellThreads]
  const { stdout } = await promisify(execFile)('nice', ['-n', String(nice), ...node])
  return JSON.parse(stdout) as Thread[]
}

const idle = spawnSync('chrt', ['--idle', '0', 'true']).status === 0 ? 5 : 0

// Where the tests themselves were told to give way, there is nothing to tell apart.
describe.runIf(process.platform === 'linux' && os.getPriority() === 0)('who gives way', () => {
  it('the four threads of the pool, a little, and no other of the server', async () => {
    const [main, ...others] = await threadsWith('pool-gives-way.cjs')
    expect(main?.nice).toBe(0)
    const giveWay = others.filter(({ nice }) => nice !== 0)
    for (const { nice } of giveWay) expect(nice).toBe(5)
    // The thread that made them may still be ending.
    expect([4, 5]).toContain(giveWay.length)
  })

  it('nobody, where the whole server was told to give way more', async () => {
    const threads = await threadsWith('pool-gives-way.cjs', 7)
    expect(new Set(threads.map(({ nice }) => nice))).toEqual(new Set([7]))
  })

  it('a work thread to everybody, and so do those that it makes', async () => {
    const [main, ...others] = await threadsWith('work-thread-gives-way.cjs')
    expect(main).toEqual({ nice: 19, policy: idle })
    expect(others.filter(({ nice }) => nice === 19)).toHaveLength(4)
  })
})
