import 'server-only'
import { light } from './canvas'
import type { Scene } from './scene'
import type { SkyWish } from './sky'

/** The sky a scene asks for. */
export function skyWish({ time, weather, clouds, moon, aurora, lightning, colours, place }: Scene): SkyWish {
  const closed =
    weather === 'storm' ? 'storm' : weather === 'rain' || weather === 'snowfall' ? 'overcast' : undefined
  const colour = place === 'space' || place === 'abstract' ? undefined : colours[0]
  return {
    time: aurora ? 'night' : time,
    clouds: clouds ?? closed ?? (aurora ? 'none' : undefined),
    moon,
    aurora,
    lightning,
    colour: colour ? light(colour.hex) : undefined,
  }
}
