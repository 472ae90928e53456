const { readlinkSync } = require('node:fs')
const os = require('node:os')

/**
 * Lets other threads come first where both want the processor. Linux counts priority by thread, and threads that this
 * one makes from then on inherit it; elsewhere it would be the whole server's, so nothing is done.
 *
 * @param {number} nice 1 (a little) to 19 (as much as can be): each step takes about a fifth less of the processor
 */
exports.giveWay = (nice) => {
  if (process.platform !== 'linux') return
  const thread = readlinkSync('/proc/thread-self').split('/').at(-1)
  os.setPriority(Number(thread), nice)
}
