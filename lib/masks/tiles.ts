import type { Mask, Rect } from './mask'

const tileSide = 256

/** The most pixels a tile has. */
export const tilePixels = tileSide * tileSide

/** Which tiles of a picture's fixed grid have been touched: a long stroke's own rectangle would be the whole picture. */
export interface TileSet {
  add(rect: Rect): void
  /** Each tile once, clipped to the picture. */
  all(): Rect[]
}

export function createTileSet({ width, height }: Pick<Mask, 'width' | 'height'>): TileSet {
  const columns = Math.ceil(width / tileSide)
  const touched = new Set<number>()
  return {
    add(rect) {
      const lastRow = Math.floor((rect.y + rect.height - 1) / tileSide)
      const lastColumn = Math.floor((rect.x + rect.width - 1) / tileSide)
      for (let row = Math.floor(rect.y / tileSide); row <= lastRow; row++)
        for (let column = Math.floor(rect.x / tileSide); column <= lastColumn; column++)
          touched.add(row * columns + column)
    },
    all: () =>
      [...touched].map((index) => {
        const x = (index % columns) * tileSide
        const y = Math.floor(index / columns) * tileSide
        return { x, y, width: Math.min(tileSide, width - x), height: Math.min(tileSide, height - y) }
      }),
  }
}

/** The tiles that a rectangle touches. */
export function tilesUnder(rect: Rect, picture: Pick<Mask, 'width' | 'height'>): Rect[] {
  const tiles = createTileSet(picture)
  tiles.add(rect)
  return tiles.all()
}
