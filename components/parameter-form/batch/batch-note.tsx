'use client'
import type { SharedRole } from '@/lib/models/parameter'
import type { PlaygroundValues } from '../playground-values'
import { usePlaygroundValues } from '../use-playground-values'
import { hasOwnInstructions, isBatch } from './form-batch'

/** Below a shared field: what becomes of its value in a batch. */
export function BatchNote({ role }: { role: SharedRole }) {
  const values = usePlaygroundValues()
  if (!isBatch(values.batch)) return null
  const sentence = sentenceOf(role, values)
  return sentence ? <p className="mt-1 text-xs text-muted">{sentence}</p> : null
}

function sentenceOf(role: SharedRole, { input, masks, batch }: PlaygroundValues): string | undefined {
  if (role === 'prompt' && hasOwnInstructions(batch))
    return 'Not used: each picture of the batch below has its own instruction.'
  if (role !== 'images') return undefined
  const [first] = input.images
  if (first === undefined) return 'Not needed: the pictures of the batch below are edited one by one.'
  const [which, place] =
    input.images.length === 1 ? ['This picture goes', 'image 2'] : ['These pictures go', 'image 2 and on']
  const mask = masks?.[first] ? ' Its mask is left out: a mask belongs to one picture.' : ''
  return `${which} along with each picture of the batch below, as ${place}.${mask}`
}
