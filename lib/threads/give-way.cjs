/**
 * Pages come before pictures where both want the processor. A work thread loads this before anything else
 * (`--require`): reading our code keeps a processor busy for a second. Linux counts priority by thread, and threads that
 * this one makes inherit it; elsewhere it would be the whole server's, so nothing is done.
 */
const { readlinkSync } = require('node:fs')
const os = require('node:os')

if (process.platform === 'linux') {
  const thread = readlinkSync('/proc/thread-self').split('/').at(-1)
  os.setPriority(Number(thread), os.constants.priority.PRIORITY_LOW)
}
