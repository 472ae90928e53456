import type { Asset } from '@/lib/assets/asset'
import { assetUrl } from '@/lib/assets/asset-urls'
import { wholeOf, type Mask, type Point } from '@/lib/masks/mask'
import type { Change } from '@/lib/masks/mask-history'
import { createMaskSession } from '@/lib/masks/mask-session'
import { askForSubject } from './ask-for-subject'
import { bindPointers } from './bind-pointers'
import { createKeyboardHand } from './keyboard-hand'
import type { MaskJobs } from './mask-jobs'
import { keepSettings, startSettings, type PainterSettings } from './painter-settings'
import { createPainterScreen, type PainterScreen, type StageElements } from './painter-screen'
import type { PainterState } from './painter-state'
import { createPointerRouter } from './pointer-router'
import { createStore } from './store'
import { createToolHand } from './tool-hand'

/**
 * One mask being painted: what the stage, the keys and the buttons all act on. React only shows its `store`, since a
 * stroke has no time to wait for components.
 */
export function createPainter(picture: Asset, mask: Mask, jobs: MaskJobs) {
  const store = createStore<PainterState>({
    settings: startSettings(picture, window.localStorage),
    canUndo: false,
    canRedo: false,
    isDirty: false,
    message: 'Paint over what should be made anew.',
    isProblem: false,
    magnification: 1,
    penSeen: false,
  })
  const session = createMaskSession(mask, (rect) => screen?.repaint(rect))
  let screen: PainterScreen | undefined
  let pane: HTMLElement | undefined
  let savedState = session.history.state
  /** Where the pointer is, in pixels of the picture. */
  let hover: Point | undefined
  let spaceHeld = false
  let movedBySpace = false

  const settings = () => store.get().settings
  const mayPaint = () => store.get().busy === undefined

  function say(message: string, isProblem = false) {
    store.set({ message, isProblem })
  }

  function refresh() {
    const { canUndo, canRedo, state } = session.history
    store.set({ canUndo, canRedo, isDirty: state !== savedState })
    screen?.redrawGuides()
  }

  function done(message: string) {
    say(message)
    refresh()
  }

  const hand = createToolHand({
    session,
    settings,
    onDone: done,
    fill: (seed, erase) => void fill(seed, erase),
  })

  const keyboard = createKeyboardHand({
    picture,
    hand,
    settings,
    mayPaint,
    say,
    scale: () => screen?.scale() ?? 1,
    start: () => screen?.toPicture(screen.middle()) ?? { x: 0, y: 0 },
    onMove(cursor) {
      screen?.show(cursor)
      screen?.redrawGuides()
    },
  })

  const router = createPointerRouter(
    {
      start({ x, y, pressure }, erase) {
        if (hand.isBusy()) hand.discard()
        keyboard.hide()
        if (!screen || !mayPaint()) return
        hand.start({ ...screen.toPicture({ x, y }), pressure }, erase || settings().erase)
        screen.redrawGuides()
      },
      to(way) {
        const place = screen
        if (!place || !hand.isBusy()) return
        hand.to(way.map(({ x, y, pressure }) => ({ ...place.toPicture({ x, y }), pressure })))
        place.redrawGuides()
      },
      finish() {
        hand.finish()
        refresh()
      },
      discard() {
        hand.discard()
        refresh()
      },
      panBy(dx, dy) {
        movedBySpace = true
        screen?.panBy(dx, dy)
      },
      zoomBy: (factor, about) => screen?.zoomBy(factor, about),
    },
    {
      panKey: () => spaceHeld || settings().tool === 'hand',
      fingersPaint: () => settings().fingersPaint,
      onPen: () => store.set({ penSeen: true }),
    },
  )

  /** Painting waits meanwhile. A failure is told; then the answer is undefined. */
  async function busyWith<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    if (!mayPaint()) return undefined
    giveUp()
    store.set({ busy: what })
    try {
      return await work()
    } catch (error) {
      say(error instanceof Error ? error.message : 'This could not be done. Try again.', true)
      return undefined
    } finally {
      store.set({ busy: undefined })
    }
  }

  async function fill(seed: Point, erase: boolean) {
    const { tolerance, contiguous, smoothEdge, opacity } = settings()
    const region = await busyWith('Looking for like colours', () =>
      jobs.fill(assetUrl(picture.id), seed, { tolerance, contiguous, smoothEdge }),
    )
    if (!region) return
    const { width, height } = region.rect
    const changed = session.fillRegion(region, { opacity, erase })
    const area = `Area within ${width} × ${height} px`
    done(changed ? `${area} ${erase ? 'erased' : 'filled'}.` : `${area}: nothing to change there.`)
  }

  /** Adds the picture's main subject, or takes it away, as the chosen tool would. */
  async function selectSubject() {
    const found = await busyWith('Looking for the subject', async () =>
      jobs.read(await askForSubject(picture.id)),
    )
    if (!found) return
    if (found.width !== mask.width || found.height !== mask.height)
      return say('The subject was found in another size than the picture’s. Try again.', true)
    const { erase, opacity } = settings()
    const region = { rect: wholeOf(mask), cover: found.data }
    const changed = session.fillRegion(region, { opacity, erase }, 'Select subject')
    const made = erase ? 'The subject was taken away.' : 'The subject was painted over.'
    done(changed ? made : 'Subject: nothing to change there.')
  }

  /** A change made by one call, and what to say of it. */
  function step(change: () => Change | undefined, changed: (change: Change) => string, unchanged: string) {
    if (!mayPaint() || hand.isBusy()) return
    const made = change()
    done(made ? changed(made) : unchanged)
  }

  /** A change that is worked out in the background. */
  async function replaceBy(what: string, name: string, work: () => Promise<Mask>, message: string) {
    const result = await busyWith(what, work)
    if (!result) return
    step(
      () => session.replace(result.data, name),
      () => message,
      'That changes nothing here.',
    )
  }

  /** Gives up what is being drawn. Answers whether there was something. */
  function giveUp(): boolean {
    if (!hand.isBusy()) return false
    hand.discard()
    router.drop()
    done('Given up.')
    return true
  }

  return {
    store,
    picture,
    jobs,
    mask: mask as Readonly<Mask>,
    busyWith,
    giveUp,
    say,

    set(change: Partial<PainterSettings>) {
      const next = { ...settings(), ...change }
      store.set({ settings: next })
      keepSettings(next, window.localStorage)
      if ('color' in change || 'strength' in change || 'show' in change) screen?.repaint()
      screen?.redrawGuides()
    },

    undo: () => step(session.undo, ({ name }) => `Undone: ${name}.`, 'Nothing to undo.'),
    redo: () => step(session.redo, ({ name }) => `Done again: ${name}.`, 'Nothing to do again.'),
    selectSubject,
    invert: () => step(session.invert, () => 'Inverted.', ''),
    clear: () => step(session.clear, () => 'Cleared.', 'The mask is empty already.'),
    feather: (sigma: number) =>
      replaceBy('Feathering', 'Feather', () => jobs.feather(mask, sigma), `Feathered by ${sigma} px.`),
    /** Shrinks by a negative number. */
    grow(pixels: number) {
      const [doing, name, made] =
        pixels > 0 ? ['Growing', 'Grow', 'Grown'] : (['Shrinking', 'Shrink', 'Shrunk'] as const)
      return replaceBy(doing, name, () => jobs.grow(mask, pixels), `${made} by ${Math.abs(pixels)} px.`)
    },
    /** Takes over a mask of the picture's size. */
    takeOver: (other: Mask, name: string, message: string) =>
      step(
        () => session.replace(other.data, name),
        () => message,
        'The mask is like that already.',
      ),

    zoomBy: (factor: number) => screen?.zoomBy(factor, screen.middle()),
    zoomTo: (magnification: number) => screen?.zoomTo(magnification),
    fit: () => screen?.fit(),
    focus: () => pane?.focus({ preventScroll: true }),

    /** What is on the screen is stored; the person may go. */
    markSaved() {
      savedState = session.history.state
      refresh()
    },

    /** Keys on the stage itself. Answers whether the key was meant for it. */
    stageKey(event: KeyboardEvent): boolean {
      if (event.ctrlKey || event.metaKey) return false
      if (event.key === ' ') {
        if (!event.repeat) movedBySpace = false
        spaceHeld = true
        return true
      }
      if (event.key === 'Enter') keyboard.act()
      else return keyboard.move(event)
      return true
    },
    stageKeyUp(event: KeyboardEvent) {
      if (event.key !== ' ' || !spaceHeld) return
      spaceHeld = false
      // Held for moving with the mouse it is no press of its own.
      if (!movedBySpace && keyboard.cursor()) keyboard.act()
    },

    /** Takes over the stage's elements; answers how to let them go. */
    attach(elements: StageElements): () => void {
      pane = elements.pane
      screen = createPainterScreen(elements, {
        picture,
        pyramid: session.pyramid,
        look: settings,
        guides() {
          const { tool, size } = settings()
          const cursor = keyboard.cursor()
          const at = cursor ?? hover
          return { cursor, outline: hand.outline(), ring: tool === 'brush' && at ? { at, size } : undefined }
        },
        onView: (magnification) => store.set({ magnification }),
      })
      const attached = screen
      const unbind = bindPointers(elements.pane, router, {
        onHover(point) {
          hover = point && attached.toPicture(point)
          attached.redrawGuides()
        },
        onWheel: attached.zoomBy,
      })
      const onBlur = () => (spaceHeld = false)
      elements.pane.addEventListener('blur', onBlur)
      return () => {
        unbind()
        elements.pane.removeEventListener('blur', onBlur)
        attached.end()
        screen = undefined
        pane = undefined
      }
    },
  }
}

export type Painter = ReturnType<typeof createPainter>
