import 'server-only'
import { colourNames } from '../grammar/colour-words'
import { colourIn } from '../grammar/colour-words'
import type { Place, Scene, Season, Time, Weather } from './scene'

export type AbstractKind = 'any' | 'flow' | 'gradient' | 'waves' | 'circles' | 'facets'

/** Of several that fit, the first is the place. */
export const places: readonly (readonly [Place, RegExp])[] = [
  ['space', /\b(?:(?:outer|deep) space|space(?:scape)?|galax(?:y|ies)|nebulae?|cosmos|cosmic|planets?|universe|saturn)\b/],
  ['city', /\b(?:cit(?:y|ies)(?:scape)?|skyline|skyscrapers?|downtown|metropolis|cyberpunk|manhattan|new york|tokyo)\b/],
  ['desert', /\b(?:deserts?|dunes?|sahara)\b/],
  ['canyon', /\b(?:canyons?|gorge|mesas?|badlands|buttes?)\b/],
  ['forest', /\b(?:forests?|woods|woodlands?|jungle|rainforest|taiga)\b/],
  ['island', /\b(?:islands?|isle)\b/],
  ['mountains', /\b(?:mountains?(?:side)?|mountainous|peaks?|summits?|alps|alpine|himalayas?|rockies|cliffs?|glaciers?|arctic|fjords?|volcano(?:es)?)\b/],
  ['beach', /\b(?:beach(?:es)?|seaside|shores?|sand|coast(?:line|al)?|tropical|lagoon)\b/],
  ['sea', /\b(?:seas?|oceans?|seascapes?|waves?|surf)\b/],
  ['forest', /\b(?:trees|pines?|firs)\b/],
  ['hills', /\b(?:hills?(?:side)?|meadows?|valleys?|fields?|grass(?:y|land)?|prairies?|countryside|moors?|pastures?|steppe|tundra)\b/],
] // prettier-ignore

export const waters: readonly (readonly ['lake' | 'river', RegExp])[] = [
  ['river', /\b(?:rivers?|streams?|creeks?)\b/],
  ['lake', /\b(?:lakes?|lakeside|ponds?|reflections?|reflecting|fjords?|lagoon|tarn)\b/],
]

export const times: readonly (readonly [Time, RegExp])[] = [
  ['night', /\b(?:night(?:time|fall)?|moon(?:lit|light|rise)?|stars|starry|midnight|milky way|aurora|northern lights|cyberpunk)\b/],
  ['dawn', /\b(?:dawn|sunrise|morning|daybreak|first light)\b/],
  ['sunset', /\b(?:sunsets?|golden (?:hour|light|glow|sky|sun|evening)|dusk|evening|sundown|twilight|setting sun)\b/],
] // prettier-ignore

export const seasons: readonly (readonly [Season, RegExp])[] = [
  ['winter', /\b(?:winter(?:y|scape| wonderland)?|wintry|snow(?:y|-?capped|-?covered|field)?|frozen|frosty|icy|arctic|glaciers?|christmas)\b/],
  ['autumn', /\b(?:autumn(?:al)?|fall (?:colou?rs?|foliage|leaves|trees)|in (?:the )?fall|october|november)\b/],
  ['spring', /\b(?:spring(?:time)?(?! from)|blossoms?|blooming|cherry|wild ?flowers|flowery)\b/],
] // prettier-ignore

export const weathers: readonly (readonly [Weather, RegExp])[] = [
  ['storm', /\b(?:storm(?:y|s)?|thunder(?:storm|y)?s?|lightning|tempest)\b/],
  ['snowfall', /\b(?:snowfall|snowing|falling snow|snow(?:flakes| is falling| falling)|blizzard)\b/],
  ['rain', /\b(?:rain(?:y|ing|fall)?|downpour|drizzle|showers?)\b/],
  ['fog', /\b(?:fog(?:gy)?|mist(?:y|s)?|haz[ey]|foggy)\b/],
]

export const abstractNouns =
  /\b(?:abstract(?:ion)?|gradients?|marbl(?:e|ed|ing)|fluid art|liquid|swirls?|mesh|psychedelic|bokeh|geometric|low.?poly|texture|kaleidoscop\w+)\b/

export const abstractKinds: readonly (readonly [AbstractKind, RegExp])[] = [
  ['gradient', /\b(?:gradients?|mesh|soft colou?rs|blur(?:red|ry)?)\b/],
  ['waves', /\b(?:waves?|wavy|layers|layered|curves|ribbons?)\b/],
  ['circles', /\b(?:bokeh|circles?|dots|bubbles|spheres|lights)\b/],
  ['facets', /\b(?:geometric|low.?poly|triangles?|polygons?|facets|crystals?|shapes)\b/],
  ['flow', /\b(?:marbl\w+|fluid|liquid|swirl\w*|flow\w*|smoke|ink|paint|psychedelic)\b/],
]

/** What the words say of the sky. */
export function styleOfLight(words: string): Pick<Scene, 'clouds' | 'moon' | 'aurora' | 'lightning'> {
  const lightning = /\b(?:lightning|thunder\w*)\b/.test(words) || undefined
  return {
    clouds: cloudsIn(words),
    moon: /\bcrescent\b/.test(words)
      ? 'crescent'
      : /\b(?:moonless|no moon|milky way)\b/.test(words)
        ? 'none'
        : /\bmoon/.test(words)
          ? 'full'
          : undefined,
    aurora: /\b(?:aurora(?: borealis)?|northern lights|polar lights)\b/.test(words) || undefined,
    lightning,
  }
}

export function cloudsIn(words: string): Scene['clouds'] {
  if (
    /\b(?:storm\w*|thunder\w*|lightning|tempest|(?:dark|dramatic|heavy|black) (?:clouds?|sk(?:y|ies)))\b/.test(
      words,
    )
  )
    return 'storm'
  if (/\b(?:overcast|gr[ae]y (?:sky|skies|day)|gloomy|rain(?:y|ing)?)\b/.test(words)) return 'overcast'
  if (/\b(?:clear|cloudless|no clouds|stars|starry|milky way)\b/.test(words)) return 'none'
  if (/\b(?:wispy|cirrus|thin clouds|high clouds)\b/.test(words)) return 'wisps'
  if (/\b(?:cloud(?:s|y)?|cumulus|puffy|fluffy)\b/.test(words)) return 'puffy'
  return undefined
}

const colourMention = new RegExp(`#(?:[0-9a-f]{6}|[0-9a-f]{3})\\b|\\b(?:${colourNames})\\b`, 'g')
const notColours = /\bgold(?:en)? (?:hour|light|glow|sky|sun|evening)\b|\brose garden\b/g

/** The colours in the words, in their order, at most six. */
export function colourWords(words: string): { hex: string; text: string }[] {
  const found = words.replace(notColours, ' ').match(colourMention) ?? []
  const colours = found.flatMap((text) => {
    const colour = colourIn(text)?.colour
    return colour
      ? [{ text, hex: `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}` }]
      : []
  })
  return colours.filter(({ hex }, at) => colours.findIndex((other) => other.hex === hex) === at).slice(0, 6)
}
