import 'server-only'
import type { CloudKind } from './clouds'
import type { MoonPhase } from './stars'
import { headOf } from './scene-head'
import {
  abstractKinds, abstractNouns, colourWords, places, seasons, styleOfLight, times, waters, weathers,
  type AbstractKind,
} from './scene-words' // prettier-ignore

export type Time = 'day' | 'sunset' | 'dawn' | 'night'
export type Season = 'spring' | 'summer' | 'autumn' | 'winter'
export type Weather = 'fair' | 'fog' | 'rain' | 'snowfall' | 'storm'
export type Place =
  | 'mountains' | 'hills' | 'forest' | 'desert' | 'canyon' | 'sea' | 'beach' | 'island' | 'city' | 'space' | 'sky'
  | 'abstract' // prettier-ignore

/** A picture that can be drawn from words, as its words describe it. Plain data; the seed settles the rest. */
export interface Scene {
  place: Place
  time: Time
  season: Season
  weather: Weather
  /** A lake or river in the land. */
  water?: 'lake' | 'river' | undefined
  clouds?: CloudKind | undefined
  moon?: MoonPhase | undefined
  aurora?: boolean | undefined
  lightning?: boolean | undefined
  /** What an abstract picture is made of. */
  kind?: AbstractKind | undefined
  /** Things of space that were named. */
  planet?: boolean | undefined
  rings?: boolean | undefined
  galaxy?: boolean | undefined
  nebula?: boolean | undefined
  palms?: boolean | undefined
  /** Colours that were named, in their order. */
  colours: { hex: string; text: string }[]
  /** "drew mountains at sunset by a lake (computed, not a photo)" */
  description: string
}

/** The words for scenes, as told to a person whose words hold none. */
export const sceneWords = [
  'mountains', 'hills', 'forest', 'desert', 'canyon', 'sea', 'beach', 'island', 'lake', 'river', 'city skyline',
  'space', 'sky', 'abstract', 'sunset', 'dawn', 'night', 'winter', 'autumn', 'spring', 'fog', 'rain', 'snow', 'storm',
] // prettier-ignore

/**
 * Reads a scene; undefined if the words ask for anything else first: "a lake with a boat" is a lake, "a boat on a
 * lake" is a boat, which can't be drawn.
 */
export function readScene(text: string): Scene | undefined {
  const words = text.toLowerCase()
  if (!headOf(words)) return undefined
  const find = <T>(among: readonly (readonly [T, RegExp])[]) =>
    among.find(([, pattern]) => pattern.test(words))?.[0]
  const water = find(waters)
  const abstract = abstractNouns.test(words)
  const named = find(places)
  const place = abstract ? 'abstract' : (named ?? placeWithout(words, water !== undefined))
  const time = find(times) ?? (place === 'space' ? 'night' : 'day')
  const snowy = /\bsnow/.test(words)
  const weather = find(weathers) ?? 'fair'
  const season = find(seasons) ?? (snowy || weather === 'snowfall' ? 'winter' : 'summer')
  const scene: Omit<Scene, 'description'> = {
    place,
    time,
    season,
    weather,
    water: place === 'mountains' || place === 'hills' || place === 'forest' ? water : undefined,
    ...styleOfLight(words),
    kind: abstract ? (find(abstractKinds) ?? 'any') : undefined,
    planet: /\bplanets?\b|\bearth\b|\bmoons\b/.test(words) || undefined,
    rings: /\brings?\b|\bringed\b|\bsaturn\b/.test(words) || undefined,
    galaxy: /\bgalax(?:y|ies)\b/.test(words) || undefined,
    nebula: /\bnebulae?\b/.test(words) || undefined,
    palms: /\bpalms?\b|\btropical\b/.test(words) || undefined,
    colours: colourWords(words),
  }
  return { ...scene, description: describe(scene) }
}

/** Time, season and weather words alone are a landscape too. */
function placeWithout(words: string, water: boolean): Place {
  if (water) return 'mountains'
  if (
    /\b(?:sky|skies|clouds?|stars|starry|milky way|aurora|northern lights|moon|lightning|thunder\w*)\b/.test(
      words,
    )
  )
    return 'sky'
  return /\bsnow|\bwinter/.test(words) ? 'mountains' : 'hills'
}

function describe({
  place,
  time,
  season,
  weather,
  water,
  colours,
  kind,
  clouds,
  aurora,
}: Omit<Scene, 'description'>) {
  if (place === 'abstract' || place === 'space') {
    const what =
      place === 'space'
        ? 'space'
        : kind && kind !== 'any'
          ? `an abstract picture (${kind})`
          : 'an abstract picture'
    return `drew ${what}${colours.length ? ` in ${colours.map(({ text }) => text).join(', ')}` : ''}`
  }
  const what =
    place === 'city'
      ? 'a city skyline'
      : place === 'sea'
        ? 'the sea'
        : place === 'sky'
          ? 'a sky'
          : place === 'hills' || place === 'mountains'
            ? place
            : `${place === 'island' ? 'an' : 'a'} ${place}`
  const parts = [
    `${what} ${{ day: 'by day', sunset: 'at sunset', dawn: 'at dawn', night: 'at night' }[time]}`,
    season !== 'summer' && `in ${season}`,
    water && `with a ${water}`,
    weather !== 'fair' &&
      { fog: 'in mist', rain: 'in rain', snowfall: 'with falling snow', storm: 'under a storm' }[weather],
    clouds === 'none' && 'under a clear sky',
    aurora && 'with northern lights',
  ]
  return `drew ${parts.filter(Boolean).join(', ')} (computed, not a photo)`
}
