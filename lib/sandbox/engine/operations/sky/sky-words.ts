import 'server-only'
import { light } from '@/lib/sandbox/engine/landscape/canvas'
import { cloudsIn, colourWords, styleOfLight, times } from '@/lib/sandbox/engine/landscape/scene-words'
import type { SkyWish } from '@/lib/sandbox/engine/landscape/sky'

/** What the words ask of a sky, as plain data. */
export interface SkyAsked {
  time: SkyWish['time']
  clouds?: SkyWish['clouds']
  moon?: SkyWish['moon']
  aurora?: boolean | undefined
  lightning?: boolean | undefined
  colour?: { hex: string; text: string } | undefined
  /** In words: "a starry night sky". */
  text: string
}

const daylight = /\b(?:blue|clear|sunny|day(?:time|light)?|bright|summer|cloudless)\b/

/** The sky that words name: a time, a weather, a colour; undefined if they name none. */
export function skyIn(words: string): SkyAsked | undefined {
  const time = times.find(([, pattern]) => pattern.test(words))?.[0]
  const style = styleOfLight(words)
  const clouds = style.clouds ?? cloudsIn(words)
  const isBlue = /\bblue\b(?!-|ish)/.test(words) && !/\b(?:dark|deep|navy|teal)\b/.test(words)
  const colour = isBlue ? undefined : colourWords(words)[0]
  const asked = time ?? clouds ?? style.moon ?? style.aurora ?? style.lightning ?? colour
  if (asked === undefined && !daylight.test(words)) return undefined
  const settled = style.aurora || style.moon ? 'night' : (time ?? 'day')
  const plain = settled === 'day' && clouds === undefined && !colour
  return {
    ...style,
    time: settled,
    clouds: plain ? (/\b(?:clear|cloudless)\b/.test(words) ? 'none' : 'few') : clouds,
    colour,
    text: describe({ ...style, time: settled, clouds, colour }),
  }
}

/** The wish behind what was asked. */
export function wishOf({ time, clouds, moon, aurora, lightning, colour }: SkyAsked): SkyWish {
  return {
    time,
    clouds: clouds ?? (aurora ? 'none' : undefined),
    moon,
    aurora,
    lightning,
    colour: colour ? light(colour.hex) : undefined,
  }
}

function describe({ time, clouds, moon, aurora, lightning, colour }: Omit<SkyAsked, 'text'>): string {
  const named = { day: 'blue', sunset: 'sunset', dawn: 'dawn', night: 'starry night' }[time]
  const weather =
    clouds === 'storm'
      ? 'stormy '
      : clouds === 'overcast'
        ? 'overcast '
        : clouds === 'puffy' || clouds === 'wisps'
          ? 'cloudy '
          : ''
  const main = colour ? `${colour.text} ` : weather && time === 'day' ? '' : `${named} `
  const more = [
    moon && moon !== 'none' && `a ${moon} moon`,
    aurora && 'northern lights',
    lightning && 'lightning',
  ].filter(Boolean)
  return `a ${weather}${main}sky${more.length ? ` with ${more.join(' and ')}` : ''}`.replace(
    /^a (?=overcast)/,
    'an ',
  )
}
