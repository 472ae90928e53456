/*
 * How a thread lets others come first. Linux tells threads apart; elsewhere it would be the whole server that gives way,
 * so nothing is done.
 */
const { execFileSync } = require('node:child_process')
const { readlinkSync } = require('node:fs')
const os = require('node:os')

/** This thread's number, where it has a priority of its own. */
const thread = () =>
  process.platform === 'linux' ? readlinkSync('/proc/thread-self').split('/').at(-1) : undefined

/**
 * Gives this thread, and those it makes from then on, a smaller share where others want the processor too.
 *
 * @param {number} nice 1 to 19: each step is about a fifth less
 */
function giveWay(nice) {
  const number = Number(thread())
  if (!number) return
  try {
    // A server that was started with less gets no more back.
    os.setPriority(number, Math.max(nice, os.getPriority(number)))
  } catch {
    // Where even that is refused, threads share as they always do.
  }
}

/**
 * Lets this thread, and those it makes from then on, have what nobody else wants. A processor that only such threads use
 * counts as free: others are moved to it at once, where behind the smallest share they may wait for tens of
 * milliseconds on the other one (Linux, sched(7), SCHED_IDLE). Node can't ask for it, so util-linux does; where that is
 * missing, the smallest share is the next best.
 */
function workWhenIdle() {
  const number = thread()
  if (!number) return
  giveWay(19)
  try {
    execFileSync('chrt', ['--idle', '--pid', '0', number], { stdio: 'ignore' })
  } catch {
    // The share above stays.
  }
}

module.exports = { giveWay, workWhenIdle }
