import type { PainterSettings } from './painter-settings'

/** What the controls around the picture show. */
export interface PainterState {
  settings: PainterSettings
  canUndo: boolean
  canRedo: boolean
  /** The mask is not as it was opened or last saved. */
  isDirty: boolean
  /** Something long is being done; painting waits. A sentence without a full stop: "Filling". */
  busy?: string
  /** What just happened, for everyone: read out and shown. */
  message: string
  isProblem: boolean
  /** Device pixels per pixel of the picture. */
  magnification: number
  penSeen: boolean
}
