import 'server-only'

export type Time = 'day' | 'sunset' | 'dawn' | 'night'
export type Ground = 'mountains' | 'hills' | 'forest' | 'desert' | 'snow' | 'sea'

/** A landscape as its words describe it. */
export interface Scene {
  time: Time
  ground: Ground
  /** Water in front of the ground. */
  lake: boolean
  /** "mountains at sunset by a lake" */
  description: string
}

const grounds: readonly [Ground, RegExp][] = [
  ['snow', /\b(?:snow(?:y|field)?|winter|arctic|glaciers?)\b/],
  ['desert', /\b(?:deserts?|dunes?|sand)\b/],
  ['forest', /\b(?:forests?|woods|woodland|jungle|trees)\b/],
  ['sea', /\b(?:seas?|ocean|beach|coast|shore|seascape)\b/],
  ['mountains', /\b(?:mountains?|peaks?|alps|alpine|cliffs?)\b/],
  ['hills', /\b(?:hills?|meadows?|valleys?|fields?|countryside|landscape|scenery)\b/],
]
const times: readonly [Time, RegExp][] = [
  ['night', /\b(?:night(?:time)?|moon(?:lit|light)?|stars?|starry|midnight)\b/],
  ['dawn', /\b(?:dawn|sunrise|morning|mist|misty|fog|foggy)\b/],
  ['sunset', /\b(?:sunset|golden (?:hour|light|glow|sky|sun)|dusk|evening|sundown|twilight)\b/],
]
const lake = /\b(?:lakes?|lakeside|ponds?|rivers?|reflections?|fjord)\b/
const sky = /\b(?:sky|skies|sun|sunny|clouds?|cloudy|horizon)\b/

/** The words for scenes, as told to a person whose words hold none. */
export const sceneWords = [
  'mountains', 'hills', 'forest', 'desert', 'snow', 'sea', 'lake', 'sunset', 'dawn', 'night',
] // prettier-ignore

/** Reads a scene; undefined if no word of a scene is in the text. */
export function readScene(text: string): Scene | undefined {
  const words = text.toLowerCase()
  const ground = grounds.find(([, pattern]) => pattern.test(words))?.[0]
  const time = times.find(([, pattern]) => pattern.test(words))?.[0]
  const hasLake = lake.test(words)
  if (!ground && !time && !hasLake && !sky.test(words)) return undefined
  const scene = {
    ground: ground ?? (hasLake ? 'mountains' : 'hills'),
    time: time ?? 'day',
    lake: hasLake,
  } as const
  const light = { day: 'by day', sunset: 'at sunset', dawn: 'at dawn', night: 'at night' }[scene.time]
  return {
    ...scene,
    description: `drew ${scene.ground === 'snow' ? 'snowy mountains' : scene.ground} ${light}${hasLake ? ' with a lake' : ''}`,
  }
}
