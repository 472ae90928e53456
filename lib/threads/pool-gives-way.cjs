/**
 * Pages come before pictures: libuv's threads, in which sharp decodes and encodes, give way a little to the one that
 * answers. They also read files and compress answers, so they stay well before the work threads.
 *
 * libuv makes them all for whoever needs the first one, and they inherit its priority. So a thread that has given way
 * needs one, before anybody else (`--require`, in the server's process); it takes 35 ms.
 */
const { stat } = require('node:fs')
const { isMainThread, Worker, workerData } = require('node:worker_threads')
const { giveWay } = require('./give-way.cjs')

const mostMs = 2000

if (isMainThread) {
  const made = new Int32Array(new SharedArrayBuffer(4))
  new Worker(__filename, { workerData: made, execArgv: [] }).unref()
  Atomics.wait(made, 0, 0, mostMs)
} else {
  giveWay(5)
  stat('.', () => {
    workerData[0] = 1
    Atomics.notify(workerData, 0)
  })
}
