import { threadId } from 'node:worker_threads'
import { within } from '@/lib/models/rectangle'
import { answerJobs } from './answer-jobs'

/** Says what it was told, as a thread of its own; asked to, it throws, dies, or keeps busy for ever. */
answerJobs((input: string) => {
  if (input === 'throw') throw new TypeError('thrown in the thread')
  if (input === 'die') process.exit(3)
  if (input === 'hang') for (;;) within({ left: 0, top: 0, width: 1, height: 1 }, { width: 1, height: 1 })
  return { input, threadId }
})
