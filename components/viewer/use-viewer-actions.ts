import { useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { Frame } from './frame'
import { layoutNames, type Layout } from './layout'
import type { Scene } from './scene'
import type { ArrangementState } from './use-arrangement'
import { percentOf } from './use-zoom'
import type { ViewerAction } from './viewer-keys'
import type { Tools } from './viewer-tools'
import { zoomStep } from './zoom-bar'

export interface ActionsProps {
  root: RefObject<HTMLElement | null>
  scene: Scene
  shown: ArrangementState
  tools: Tools
  setTools: (tools: Tools) => void
  fullscreen: { supported: boolean; active: boolean; toggle: () => void }
  /** Pictures go on by themselves, or would if they were not stopped. */
  blinks: boolean
  stopPlaying: () => void
  /** Undefined where there is nothing to align, of which there is a heat map, or known in numbers. */
  aligned?: boolean
  setAligned: (aligned: boolean) => void
  hasHeat: boolean
  factsOpen?: boolean
  setFactsOpen: (open: boolean) => void
  onLeave?: () => void
}

/**
 * What buttons and keys do, said aloud for who cannot see it: `said` changes only by the person's own action. `perform`
 * answers whether there was something to do.
 */
export function useViewerActions(props: ActionsProps) {
  const { root, scene, shown, tools, fullscreen, blinks, aligned, factsOpen } = props
  const { frames, choice, before, after, current } = shown
  const { zoom, probe } = scene
  const [said, say] = useState('')
  const several = frames.length > 1
  const nameOf = (frame: Frame) => `${frames.indexOf(frame) + 1} of ${frames.length}: ${frame.label}`

  function walk(step: number, wraps: boolean): boolean {
    if (blinks) props.stopPlaying()
    const next = shown.walkBy(step, wraps)
    if (next) say(nameOf(next))
    return next !== undefined
  }

  function choose(id: string) {
    const frame = frames.find((candidate) => candidate.id === id)
    if (!frame) return
    shown.choose(frame)
    say(nameOf(frame))
  }

  function setSolo(solo: boolean, frame: Frame): boolean {
    if (!several) return false
    shown.setSolo(solo)
    say(solo ? `Only ${nameOf(frame)}` : 'All pictures')
    return true
  }

  function soloNumber(number: number): boolean {
    const frame = frames[number - 1]
    if (!frame || !several) return false
    if (choice.solo && frame === current) return setSolo(false, frame)
    shown.choose(frame)
    return setSolo(true, frame)
  }

  function setLayout(layout: Layout): boolean {
    if (!several) return false
    shown.setLayout(layout)
    say(layoutNames[layout])
    return true
  }

  function setAligned(next: boolean) {
    props.setAligned(next)
    say(next ? 'Aligned with the input' : 'Not aligned')
  }

  function blinkOnce(): boolean {
    if (blinks) return walk(1, true)
    if (!before) return false
    shown.flip()
    const other = shown.insteadOf(current) ? current : current === before ? after : before
    say(`Showing ${other.label}`)
    return true
  }

  function swap(): boolean {
    if (!before || !shown.canSwap) return false
    shown.swap()
    say(`Before: ${after.label}. After: ${before.label}`)
    return true
  }

  function setTool(name: keyof Tools, spoken: string): boolean {
    const on = !tools[name]
    if (on && name !== 'heat' && !probe.get()) {
      const { x, y } = zoom.shown()
      probe.set({ x, y, touched: false })
    }
    // Drawn at once, so that the key that called for a crosshair can put the focus on it.
    flushSync(() => {
      props.setTools({ ...tools, [name]: on })
      say(`${spoken} ${on ? 'on' : 'off'}`)
    })
    return true
  }

  function zoomed(change: () => void): boolean {
    change()
    say(`${percentOf(zoom)} %`)
    return true
  }

  /** From the inside out: full screen is left to the browser, then the single picture, then the viewer. */
  function leave(): boolean {
    if (fullscreen.active || root.current?.querySelector(':popover-open')) return false
    if (choice.solo) return setSolo(false, current)
    props.onLeave?.()
    return props.onLeave !== undefined
  }

  function perform(action: ViewerAction, number = 0): boolean {
    switch (action) {
      case 'slider':
      case 'grid':
      case 'blink':
        return setLayout(action)
      case 'blink-once':
        return blinkOnce()
      case 'previous':
        return walk(-1, true)
      case 'next':
        return walk(1, true)
      case 'up':
        return shown.kind === 'grid' && walk(-scene.columns.get(), false)
      case 'down':
        return shown.kind === 'grid' && walk(scene.columns.get(), false)
      case 'solo-number':
        return soloNumber(number)
      case 'solo':
        return setSolo(!choice.solo, current)
      case 'all':
        shown.showAll()
        return setSolo(false, current)
      case 'swap':
        return swap()
      case 'zoom-in':
        return zoomed(() => zoom.zoomBy(zoomStep))
      case 'zoom-out':
        return zoomed(() => zoom.zoomBy(1 / zoomStep))
      case 'zoom-toggle':
        return zoomed(() => (zoom.shown().fitted ? zoom.actualSize() : zoom.fit()))
      case 'loupe':
        return setTool('loupe', 'Loupe')
      case 'crosshair':
        return setTool('crosshair', 'Crosshair')
      case 'heat-map':
        return props.hasHeat && setTool('heat', 'Heat map')
      case 'align':
        if (aligned !== undefined) setAligned(!aligned)
        return aligned !== undefined
      case 'facts':
        if (factsOpen !== undefined) props.setFactsOpen(!factsOpen)
        return factsOpen !== undefined
      case 'fullscreen':
        fullscreen.toggle()
        return fullscreen.supported
      case 'leave':
        return leave()
    }
  }

  return { said, perform, walk, choose, setLayout, setAligned }
}
