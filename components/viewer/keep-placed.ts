import type { Frame } from './frame'
import type { Scene } from './scene'

/** Above this many screen pixels per picture pixel the pixels are drawn as what they are. */
const pixelatedAbove = 3

/** Keeps an element where the frame is drawn, without rendering; answers what ends that. For a layout effect. */
export function keepPlaced({ style }: HTMLElement, scene: Scene, frame: Frame): () => void {
  function place() {
    const box = scene.boxOf(frame)
    style.width = `${box.width}px`
    style.height = `${box.height}px`
    style.transform = `translate(${box.left}px, ${box.top}px)`
    style.imageRendering =
      (box.width * scene.pixelRatio) / frame.width > pixelatedAbove ? 'pixelated' : 'auto'
  }
  place()
  return scene.zoom.subscribe(place)
}
