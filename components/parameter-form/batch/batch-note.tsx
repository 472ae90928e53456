'use client'
import type { SharedRole } from '@/lib/models/parameter'
import { usePlaygroundValues } from '../use-playground-values'
import { hasOwnInstructions, isBatch } from './form-batch'

/** Below a shared field: what becomes of its value in a batch. */
export function BatchNote({ role }: { role: SharedRole }) {
  const { input, batch } = usePlaygroundValues()
  if (!isBatch(batch)) return null
  const sentence = sentenceOf(role, input.images.length, hasOwnInstructions(batch))
  return sentence ? <p className="mt-1 text-xs text-warning">{sentence}</p> : null
}

function sentenceOf(role: SharedRole, count: number, isPaired: boolean): string | undefined {
  if (role === 'prompt' && isPaired)
    return 'Not used: each picture of the batch below has its own instruction.'
  if (role !== 'images') return undefined
  if (count === 0) return 'Not needed: the pictures of the batch below are edited one by one.'
  const which = count === 1 ? 'This picture goes' : 'These pictures go'
  return `${which} along with each picture of the batch below, as image 2${count === 1 ? '' : ' and on'}. A mask is left out.`
}
