'use client'
import { useEffect, useRef, useState } from 'react'
import type { Asset } from '@/lib/assets/asset'
import { variantUrl } from '@/lib/assets/asset-urls'
import { sizeText, type EditPlan } from '@/lib/picture-edits/plan-edits'
import type { PictureEdits } from '@/lib/picture-edits/picture-edits'
import { drawResult } from './draw-result'
import type { Size } from './use-pane-size'

const padding = 28

interface ResultStageProps {
  picture: Asset
  plan: EditPlan
  edits: PictureEdits
  pane: Size
}

/** The picture as it will be, whole. */
export function ResultStage({ picture, plan, edits, pane }: ResultStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [copy, setCopy] = useState<HTMLImageElement>()
  const { output } = plan
  const room = { width: pane.width - 2 * padding, height: pane.height - 2 * padding }
  // Small results are shown larger, but not as a handful of squares.
  const scale = Math.min(room.width / output.width, room.height / output.height, 8)
  const shown = {
    width: Math.max(1, Math.round(output.width * scale)),
    height: Math.max(1, Math.round(output.height * scale)),
  }

  useEffect(() => {
    const image = new Image()
    image.onload = () => setCopy(image)
    image.src = variantUrl(picture.id, 1280)
    return () => {
      image.onload = null
    }
  }, [picture.id])

  useEffect(() => {
    if (!canvas.current || !copy || pane.width === 0) return
    const ratio = window.devicePixelRatio || 1
    canvas.current.width = Math.max(1, Math.round(shown.width * ratio))
    canvas.current.height = Math.max(1, Math.round(shown.height * ratio))
    drawResult(canvas.current, copy, plan, edits)
  })

  if (pane.width === 0) return null
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`The prepared picture, ${sizeText(output)} pixels`}
      className="checkerboard absolute top-1/2 left-1/2 -translate-1/2 shadow-sm"
      style={shown}
    />
  )
}
