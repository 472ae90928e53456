// The first thing a work thread runs: from here on it can load our TypeScript, with its "@/" imports.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.entry)
