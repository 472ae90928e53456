import 'server-only'
import { behindSubject } from '@/lib/sandbox/engine/compositing/behind-subject'
import { paintLandscape } from '@/lib/sandbox/engine/landscape/paint'
import { readScene, type Scene } from '@/lib/sandbox/engine/landscape/scene'
import { places, seasons, times, waters, weathers } from '@/lib/sandbox/engine/landscape/scene-words'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { asSharp, rawPicture } from '@/lib/sandbox/engine/picture'
import { background, changing, subject } from './background-words'
import { subjectOf } from './subject-of'

const sceneWord = `(?:${[...places, ...waters, ...times, ...seasons, ...weathers]
  .map(([, pattern]) => pattern.source)
  .join('|')}|\\b(?:sk(?:y|ies)|clouds|sunlight|landscape)\\b)`

const place = '(?:on|in|at|into|onto|to|by|inside|under|over|above|in front of|against|before)'
const moving = '(?:put|place|move|set|transport|teleport|bring|send|drop)'
const placed = new RegExp(`\\b${moving} ${subject} ${place} (.*)`)

/** Scenes are drawn at most this long: a background is out of focus anyway. */
const longest = 1536

export const backgroundScene = defineOperation({
  name: 'background scene',
  pattern: new RegExp(
    `(?:\\b${changing}\\b.{0,30}?)?\\b${background}\\b.*${sceneWord}|` +
      `\\b(?:${moving} ${subject} (?:on|in|against|before|in front of) )?(?:an? |the )?(?:[\\w-]+ ){0,3}?${sceneWord}(?: [\\w-]+){0,3} (?:(?:in|as|for) (?:the |a |its |my )?(?:new )?)?${background}\\b|` +
      `\\b${moving} ${subject} ${place} .*${sceneWord}`,
  ),
  example: 'put her on a beach at sunset',
  kind: 'part',
  seeded: true,
  read({ matched, clause }) {
    if (
      /\b(?:gradient|transparent|blur\w*|(?:image|picture|photo) ?#?[2-9]|second (?:image|picture|photo))\b/.test(
        matched,
      )
    )
      return undefined
    const words = clause.slice(clause.indexOf(matched))
    const scene = sceneIn(words.replace(/\bsky blue\b/g, 'blue'))
    return scene && { scene }
  },
  describe: ({ scene }) => `${scene.description.replace(/^drew/, 'background: drew')}`,
  async apply(picture, { scene }, context) {
    const cut = await subjectOf(picture, context)
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const size = {
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale)),
    }
    const drawn = await paintLandscape(scene, size, context.seed)
    const { width, height } = picture
    // A little out of focus, as what is far behind somebody.
    const soft = asSharp(drawn).blur(Math.max(0.4, Math.max(size.width, size.height) / 900))
    const behind = await rawPicture(soft)
    return behindSubject(cut, await rawPicture(asSharp(behind).resize({ width, height, fit: 'fill' })))
  },
})

/** The scene in "change the background to …", "on a … background" or "put her on …". */
function sceneIn(words: string): Scene | undefined {
  const where = placed.exec(words)?.[1]
  const [before = '', ...after] = (where ?? words).split(new RegExp(`\\b${background}\\b`))
  const told = after
    .join(' ')
    .replace(/^[\s:=,]*(?:to|into|with|by|as|is|of|be|become|behind \w+|showing|a|an|the|\s)+\b/, '')
  const asked = before
    .replace(/ (?:in|as|for)(?: (?:the|an?|its|my))?(?: new)? *$/, '')
    .replace(
      new RegExp(
        `^.*\\b(?:on|in|against|before|in front of|${changing})\\b(?: (?:it|${subject}|an?|the)\\b)*`,
      ),
      '',
    )
  const scene = readScene(told) ?? readScene(where ? before : asked)
  return scene?.place === 'abstract' ? undefined : scene
}
