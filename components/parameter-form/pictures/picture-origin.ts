'use client'
import { useEffect, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'

/** What a prepared picture was made of. */
export interface Origin {
  source: Asset
  edits: PictureEdits
  use: 'picture' | 'mask'
}

/** A picture is its bytes: what it was made of is asked once. */
const asked = new Map<string, Promise<Origin | undefined>>()

/** What the picture with this id was made of; undefined where it was not prepared, or the server can't tell now. */
export function originOf(id: string): Promise<Origin | undefined> {
  const known = asked.get(id)
  if (known) return known
  const asking = ask(id).catch(() => {
    asked.delete(id)
    return undefined
  })
  asked.set(id, asking)
  return asking
}

/** What was just made need not be asked for. */
export function rememberOrigin(id: string, origin: Origin): void {
  asked.set(id, Promise.resolve(origin))
}

async function ask(id: string): Promise<Origin | undefined> {
  const response = await fetch(`/api/v1/pictures/${id}`)
  if (!response.ok) return undefined
  const { source, edits, use } = (await response.json()) as Partial<Origin>
  return source && edits && use && { source, edits, use }
}

/** The same, for a tile. */
export function usePictureOrigin(id: string): Origin | undefined {
  const [origin, setOrigin] = useState<Origin>()
  useEffect(() => {
    let isGone = false
    void originOf(id).then((found) => {
      if (!isGone) setOrigin(found)
    })
    return () => {
      isGone = true
    }
  }, [id])
  return origin
}
