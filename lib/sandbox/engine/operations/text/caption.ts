import 'server-only'
import { pixelsIn } from '@/lib/sandbox/engine/grammar/amount'
import { colourNames, coloursIn, type ColourWord } from '@/lib/sandbox/engine/grammar/colour-words'
import { lightness } from '@/lib/sandbox/engine/change-colours'
import { defineOperation, type Mask, type Words } from '@/lib/sandbox/engine/operation'
import type { Picture } from '@/lib/sandbox/engine/picture'
import { layText, type TextLayout } from './lay-text'
import { quoteIn } from './quote-in'

const noun =
  'text|captions?|titles?|labels?|watermarks?|words?|letters?|heading|headline|slogan|quote|message|lettering|inscription|subtitle'
const verb =
  'write|add|put|place|insert|overlay|print|type|stamp|draw|include|show|display|letter|caption|title|label'

export const caption = defineOperation({
  name: 'text',
  pattern: new RegExp(
    `\\b(?:${verb}|with|say(?:s|ing)?|${noun})\\b(?: (?!${verb})\\S+){0,8}?:? ?“\\d+”(?: (?:as )?(?:an? |the )?(?:${noun}))?|` +
      `“\\d+” (?:as )?(?:an? |the )?(?:${noun})\\b|\\b(?:write|caption it|type)\\b:? (?!.*“).+`,
  ),
  example: 'write “SALE” in red at the top',
  kind: 'part',
  read(words: Words) {
    const { clause, matched } = words
    // What is written in the picture already can't be changed here.
    if (/\b(?:change|replace|edit|translate|correct)\b.*\b(?:text|words?|letters?|sign)\b/.test(clause))
      return undefined
    const quoted = quoteIn(matched, words)
    const text = quoted ?? /(?:write|caption it|type):? (.+?)(?= (?:in|at|on|with) |$)/.exec(matched)?.[1]
    if (!text?.trim()) return undefined
    return { text: text.trim(), quoted: quoted !== undefined, ...styleIn(words) }
  },
  describe: ({ text, place }) => `wrote “${text}” ${place}`,
  approximates({ quoted, surface }) {
    if (surface) return `The words lie over the picture; they are not painted onto the ${surface}.`
    return quoted ? undefined : 'Words in quotation marks keep their capitals.'
  },
  apply(picture, { text, ...style }, { mask, note }) {
    const fits = mask && mask.width === picture.width && mask.height === picture.height
    const area = (fits && boxOfMask(mask)) || withMargin(picture)
    return layText(picture, text, layoutIn(picture, area, style), note)
  },
})

type Style = ReturnType<typeof styleIn>

/** All that the words around the text say of it. */
function styleIn({ near, clause, matched }: Words) {
  const words = `${near} ${clause}`.replaceAll(/“\d+”/g, ' ')
  const backed = new RegExp(
    `(#[0-9a-f]{3,6}|${colourNames})? ?(outlines?d?|strokes?|edges?|box|background|banner|bar|strip|shadow)\\b`,
  ).exec(words)
  const accent = backed?.[1] ? coloursIn(backed[1])[0] : undefined
  const own = coloursIn(backed ? words.replaceAll(backed[0], ' ') : words)[0]
  const watermark = /\bwatermark/.test(matched + words)
  const vertical = /\b(?:top|upper|above|header)\b/.test(words)
    ? 'top'
    : /\b(?:cent(?:er|re)d?|middle)\b/.test(words) && !/\b(?:bottom|lower|below)\b/.test(words)
      ? 'middle'
      : 'bottom'
  const side = /\bleft\b/.test(words) ? 'left' : /\bright\b/.test(words) || watermark ? 'right' : 'centre'
  const surface =
    /\bon (?:the|his|her|its|their|an?) (sign|shirt|t-?shirt|wall|billboard|mug|cup|car|door|window|hat|jacket|poster|building|book|box|bottle|flag|helmet|suit)\b/.exec(
      words,
    )?.[1]
  return {
    colour: own && plain(own),
    accent: accent && plain(accent),
    backing: /\b(?:no|without)(?: an?| any)? (?:shadow|outline)/.test(words)
      ? 'none'
      : (backed?.[2] ?? 'shadow'),
    place:
      vertical === 'middle' && side === 'centre'
        ? 'in the middle'
        : `at the ${vertical}${side === 'centre' ? '' : ` ${side}`}`,
    pixels: pixelsIn(words),
    scale: sizeIn(words, watermark),
    weight: /\b(?:thin|regular|fine|light)\b/.test(words) ? ('regular' as const) : ('bold' as const),
    watermark,
    surface,
  }
}

function plain({ colour, text }: ColourWord) {
  return { rgb: [...colour] as [number, number, number], text }
}

function sizeIn(words: string, watermark: boolean): number {
  if (/\b(?:huge|giant|enormous|massive|very (?:big|large))\b/.test(words)) return 2.6
  if (/\b(?:big|large|bigger|larger)\b/.test(words)) return 1.7
  if (watermark || /\b(?:small|little|tiny|smaller)\b/.test(words)) return /\btiny\b/.test(words) ? 0.4 : 0.55
  return /\b(?:title|headline|heading)\b/.test(words) ? 1.4 : 1
}

function layoutIn(picture: Picture, area: TextLayout['area'], style: Style): TextLayout {
  const light = style.colour ? lightness(style.colour.rgb) > 110 : true
  const contrasting = style.accent ? css(style.accent.rgb) : light ? '#101010' : '#ffffff'
  const usual = Math.sqrt(picture.width * picture.height) * 0.085
  return {
    area,
    size: style.pixels ?? usual * style.scale,
    across: /left/.test(style.place) ? 0 : /right/.test(style.place) ? 1 : 0.5,
    down: /top/.test(style.place) ? 0 : /bottom/.test(style.place) ? 1 : 0.5,
    colour: style.colour ? css(style.colour.rgb) : '#ffffff',
    weight: style.weight,
    opacity: style.watermark ? 0.6 : 1,
    backing: backingOf(style.backing, contrasting),
  }
}

function backingOf(words: string, colour: string): TextLayout['backing'] {
  if (words === 'none') return 'none'
  if (/^(?:box|background|banner|bar|strip)/.test(words)) return { box: colour }
  return /^(?:outline|stroke|edge)/.test(words) ? { outline: colour } : { shadow: colour }
}

function css([red, green, blue]: readonly number[]): string {
  return `rgb(${red},${green},${blue})`
}

function withMargin({ width, height }: Picture): TextLayout['area'] {
  const margin = Math.min(width, height) * 0.045
  return { left: margin, top: margin, width: width - 2 * margin, height: height - 2 * margin }
}

/** A mask says where the text goes. */
function boxOfMask({ values, width, height }: Mask): TextLayout['area'] | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (values[at]! >= 128) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = y
      }
  return right < 0 ? undefined : { left, top, width: right + 1 - left, height: bottom + 1 - top }
}
