import 'server-only'
import type { FloatPicture } from './float-picture'

/** CIE L*a*b* (D65), interleaved: L from 0 to 100, a and b around 0. */
export interface LabPicture {
  width: number
  height: number
  data: Float32Array
}

/** Tables, because a power for each channel of each pixel would cost more than all the rest. */
const linearTable = Float32Array.from({ length: 4097 }, (_, at) => toLinear(at / 4096))
const encodedTable = Float32Array.from({ length: 8193 }, (_, at) => toEncoded(at / 8192))

/** What the eye makes of light, 0 to 1; read between its steps, because a cube root costs more than all the rest too. */
const responseTable = Float32Array.from({ length: 4098 }, (_, at) => responseTo(at / 4096))

/** Light, 0 to 1, of an sRGB value. */
export function linearOf(value: number): number {
  return linearTable[value <= 0 ? 0 : value >= 1 ? 4096 : (value * 4096) | 0]!
}

/** The sRGB value, 0 to 1, of light. */
export function encodedOf(light: number): number {
  return encodedTable[light <= 0 ? 0 : light >= 1 ? 8192 : (light * 8192) | 0]!
}

/**
 * The matrices are sRGB's, each row of X and Z with the white point (0.95047, 1, 1.08883) multiplied in.
 *
 * @param lab where the numbers go; may be the picture's own
 */
export function toLab(
  { width, height, data }: FloatPicture,
  lab: Float32Array = new Float32Array(data.length),
): LabPicture {
  for (let at = 0; at < data.length; at += 3) {
    const r = linearOf(data[at]!)
    const g = linearOf(data[at + 1]!)
    const b = linearOf(data[at + 2]!)
    const x = response(0.43389 * r + 0.376235 * g + 0.189906 * b)
    const y = response(0.2126 * r + 0.7152 * g + 0.0722 * b)
    const z = response(0.017725 * r + 0.109475 * g + 0.872955 * b)
    lab[at] = 116 * y - 16
    lab[at + 1] = 500 * (x - y)
    lab[at + 2] = 200 * (y - z)
  }
  return { width, height, data: lab }
}

/** @param rgb where the numbers go; may be the picture's own */
export function fromLab(
  { width, height, data }: LabPicture,
  rgb: Float32Array = new Float32Array(data.length),
): FloatPicture {
  for (let at = 0; at < data.length; at += 3) {
    const y = (data[at]! + 16) / 116
    const x = inverse(y + data[at + 1]! / 500)
    const z = inverse(y - data[at + 2]! / 200)
    const light = inverse(y)
    rgb[at] = encodedOf(3.080093 * x - 1.5372 * light - 0.542891 * z)
    rgb[at + 1] = encodedOf(-0.92091 * x + 1.8758 * light + 0.045186 * z)
    rgb[at + 2] = encodedOf(0.052941 * x - 0.204 * light + 1.150893 * z)
  }
  return { width, height, data: rgb }
}

/** One colour, 0 to 1 a channel, as L*, a*, b*. */
export function labOf(colour: readonly [number, number, number]): [number, number, number] {
  const { data } = toLab({ width: 1, height: 1, data: Float32Array.from(colour) })
  return [data[0]!, data[1]!, data[2]!]
}

function response(share: number): number {
  const place = share < 1 ? share * 4096 : 4096
  const below = place | 0
  return responseTable[below]! + (responseTable[below + 1]! - responseTable[below]!) * (place - below)
}

function responseTo(share: number): number {
  return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116
}

function inverse(value: number): number {
  const cube = value * value * value
  return cube > 0.008856 ? cube : (value - 16 / 116) / 7.787
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function toEncoded(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
}
