import 'server-only'
import { abstractNouns, places, seasons, times, waters, weathers } from './scene-words'
import { colourNames } from '../grammar/colour-words'

const list = (words: string) => words.trim().split(/\s+/).join('|')

/** How a picture is made, which says nothing of what is in it. */
const medium = `(?:${list(`photo(?:graph(?:y|ic)?|realistic)?s? pictures? images? paintings? drawings? sketch(?:es)? illustrations?
  render(?:ing|ed)?s? artworks? art wallpapers? backgrounds? backdrops? posters? prints? watercolou?rs? aquarell?e?s? oils? oil-paintings?
  pastels? pencils? ink charcoal cartoons? comics? anime impressionis(?:t|tic|m) shots? close-?ups? panoramas? views? scenes? scenery vistas?
  landscapes? nature version style depiction patterns? designs?`)})`

/** Words that may stand around what is drawn without being it. */
const filler = `(?:${list(`a an the some of in very really so quite my our this that please draw paint create make generate
  show render imagine give me us i want would like need can you to see beautiful stunning gorgeous lovely amazing great nice pretty
  dramatic epic majestic serene calm peaceful quiet tranquil wild vast endless rolling distant far tall high low big huge large small little tiny
  old ancient dark bright light soft warm cold cool hot dry deep vivid vibrant colou?rful pastel moody mysterious magical mystical
  dreamy surreal fantasy fantastic futuristic retro vintage cinematic minimal(?:ist|istic)? simple detailed highly ultra hd 4k 8k uhd hdr
  high-?quality quality resolution high-?resolution realistic photorealistic masterpiece professional wide panoramic aerial empty lonely remote
  lush green rugged steep rocky snow-?capped snow-?covered sandy foggy glowing golden red-?hot modern smooth flowing
  abstract wide-?angle open clear cloudless cloudy overcast sunny shiny neon digital oil black white gr[ae]y silver dusty
  idyllic scenic picturesque pristine gentle alien ringed giant spiral distant purple-?ish crescent full new half rising setting`)})`

/** Words for light and for parts of scenes that can end a head: "mountain range", "forest floor", "sunset light". */
const parts = `(?:${list(`sky skies clouds? sun sunshine light lights glow horizon range ridges? chain pass trail path edge
  waters? waterfront bay cove day daytime weather season colou?rs? tones? mood atmosphere air haze skyline buildings towers
  leaves foliage flowers blossoms palms? tree-?line treetops shadows? rings? moons? comets? asteroids? stars? star-?field flow shapes? forms?
  lines stripes curves layers layered ribbons circles dots bubbles triangles polygons facets crystals art lightning bolts?
  evening afternoon noon sunlight moonlight starlight terrain plains? plateau aurora borealis rays reflections?`)})`

/** The head ends where something is said about it. */
const end =
  /[,;:.!?]|\s(?:in|on|at|by|near|over|under|with|without|beside|behind|before|above|below|around|through|from|into|against|during|while|where|and|for|covered|bathed|lit|surrounded|reflect(?:ed|ing)|seen|viewed|painted|drawn|rising|glowing|stretching|made|after|between|beyond|overlooking|along|across|towards?)\s/

const mediumPhrase = new RegExp(`^(?:${filler}\\s+)*(?:${medium}\\s+)+(?:of|showing|depicting|with|from)\\s+`)
const edges = new RegExp(`^(?:${filler}|${medium}|${colourNames}|#[0-9a-f]+|[0-9]+)$`)
const last = new RegExp(`^${parts}$`)
const sceneNouns = [
  ...[...places, ...waters, ...times, ...seasons, ...weathers].map(([, pattern]) => pattern),
  abstractNouns,
]

/**
 * Whether the words ask for a scene first of all. What is drawn is the last word of the first phrase that says
 * anything: "a mountain lake at dawn" is a lake, "a mountain goat" is a goat.
 */
export function headOf(text: string): string | undefined {
  let rest = ` ${text.replace(/["“”]/g, '').trim()} `.replace(/\s+/g, ' ').trim()
  // Some words of a medium are a scene by themselves ("landscape"), if nothing else is.
  for (let phrases = 0; phrases < 6 && rest; phrases++) {
    rest = rest.replace(mediumPhrase, '')
    const cut = end.exec(`${rest} `)
    const phrase = (cut ? rest.slice(0, cut.index) : rest).trim()
    const words = phrase.split(' ').filter(Boolean)
    while (words.length && isEdge(words.at(-1)!)) words.pop()
    if (words.length) return endsInScene(words) ? words.join(' ') : undefined
    if (/\b(?:landscapes?|scenery|nature|abstract|vistas?)\b/.test(phrase)) return phrase
    rest = cut ? rest.slice(cut.index + cut[0].length).trim() : ''
  }
  return undefined
}

/** True for a word that a scene answers to by itself, wherever it stands. */
export function isSceneWord(word: string): boolean {
  return last.test(word) || sceneNouns.some((pattern) => pattern.test(word))
}

function isEdge(word: string): boolean {
  return edges.test(word) && !sceneNouns.some((pattern) => pattern.test(word))
}

function endsInScene(words: string[]): boolean {
  const ending = words.at(-1)!
  // "northern lights", "new york", "milky way", "golden hour": two words that are one.
  const pair = words.slice(-2).join(' ')
  if (isNounOfScene(ending) || sceneNouns.some((pattern) => endsWith(pattern, pair))) return true
  return (
    last.test(ending) &&
    (words.length === 1 || words.slice(0, -1).every((word) => isSceneWord(word) || edges.test(word)))
  )
}

function isNounOfScene(word: string): boolean {
  return sceneNouns.some((pattern) => pattern.exec(word)?.[0] === word)
}

function endsWith(pattern: RegExp, words: string): boolean {
  const found = pattern.exec(words)
  return found !== null && found.index + found[0].length === words.length
}
