import 'server-only'
import { newCanvas, type Canvas } from '../canvas'
import type { Scene } from '../scene'
import { paintSky, skyOf } from '../sky'
import { skyWish } from '../sky-wish'
import { isWet, landOf, type LandPlace } from './elevations'
import { lookOver } from './grid'
import { paintLand, paintMistBanks, type Air } from './paint-land'
import { paintWater } from './paint-water'
import { soilOf } from './soil'
import { paintTrees } from './trees'
import type { View } from './view'

/** A land under its sky: heights by noise, seen by a level camera, with shadows, haze, water and trees. */
export function paintTerrain(
  scene: Scene,
  place: LandPlace,
  size: { width: number; height: number },
  seed: number,
): Canvas {
  const canvas = newCanvas(size)
  const land = landOf(place, scene.water, seed * 7 + 1)
  const view: View = { ...size, horizon: land.horizon, eye: land.eye, focal: 1.05 }
  const sky = skyOf(skyWish(scene), land.horizon, canvas.wide, seed * 13 + 5)
  paintSky(canvas, sky, seed + 2)
  const wet = isWet(place) || scene.water !== undefined
  const air = airOf(scene, place)
  const seen = lookOver(view, land.elevation, wet)
  const season = scene.season
  const { elevation } = land
  const soil = soilOf(place, season, wet)
  paintLand(canvas, view, seen, { elevation, soil, sky, air, water: wet, seed: seed + 3 })
  // Trees stand in the water's mirror too, so they come before it.
  paintTrees(canvas, view, seen, { scene, place, elevation, sky, air, seed: seed + 4, wet })
  if (wet) paintWater(canvas, view, seen, { sky, air, rough: isWet(place) ? 0.85 : 0.05, seed: seed + 5 })
  paintMistBanks(canvas, sky, air.mist, seed + 6)
  return canvas
}

function airOf({ weather, time }: Scene, place: LandPlace): Air {
  const haze = { fair: 1, fog: 2.6, rain: 1.9, snowfall: 1.8, storm: 1.5 }[weather]
  const dry = place === 'desert' || place === 'canyon' ? 0.7 : 1
  const mist =
    weather === 'fog' ? 0.9 : time === 'dawn' && place !== 'desert' ? 0.42 : place === 'forest' ? 0.15 : 0
  return { haze: haze * dry, mist }
}
