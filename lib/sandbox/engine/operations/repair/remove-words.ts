import 'server-only'

/** Words for taking something out, as one regular expression group. */
export const removing =
  '(?:remov(?:e|ing)|delet(?:e|ing)|drop|eras(?:e|ing)|get(?:ting)? rid of|tak(?:e|ing) (?:out|away)|clean(?:ing)? (?:up|out)|wip(?:e|ing) (?:out|away)|inpaint|edit out|photoshop out|cut away)'

/** What is no thing in the picture, or is the work of another operation. */
const noThing =
  /\b(?:back ?ground|backdrop|noise|grain|blur|haze|fog|mist|colou?rs?|saturation|contrast|cast|tint|yellow|borders?|frame|vignette|shadows?|highlights?|glare|reflections?|light|sky|clouds?|snow|rain|everything|all|rest|words?|text|captions?|watermarks?|logos?|artefacts?|artifacts?|scratch\w*|dust|seasons?|effects?|filters?|style|look)\b/
/** Parts of a person or an animal: without them nothing is left that could be found. */
const partsOfBody =
  /\b(?:hair|beard|moustache|mustache|faces?|eyes?|red ?eye|glasses|sunglasses|hats?|caps?|helmet|skin|wrinkles?|blemish\w*|pimples?|acne|freckles?|spots?|clothes|clothing|shirt|dress|jacket|coat|suit|tie|shoes?|hands?|arms?|legs?|head|tail|ears?|mask|braces|make ?up|tattoos?)\b/
const subjectWords =
  /^(?:(?:the|this|that|its|my|main|central|whole|entire|big|foreground) )*(?:subjects?|objects?|things?|foreground|figure|it|motif|item)$/
const personWords =
  /\b(?:person|people|man|men|woman|women|lady|guy|girl|boy|child|kid|baby|him|her|them|human|astronaut|model|portrait)\b/
const behind = /\b(?:in|from|of|on) the (?:back ?ground|backdrop|distance)\b|\bbehind \w+/

export interface Removed {
  /** As the person calls it: "the car". */
  thing: string
  /** A person is looked for as one; anything else has to be the main subject. */
  find: 'person' | 'subject'
  /** It was called the subject, so that taking the subject is no guess. */
  named: boolean
}

/** What a clause wants removed where no mask shows it, if that can be a subject at all. @param after the verb */
export function removedThing(after: string): Removed | undefined {
  const thing = after
    .replace(/\b(?:from|in|on|at|of|off|behind|near|next to|please|completely|entirely|with|and|so)\b.*$/, '')
    .trim()
  if (thing === '' || noThing.test(thing) || partsOfBody.test(thing)) return undefined
  // Whoever or whatever stands behind the subject is not the subject, and nothing else is found here.
  if (behind.test(after)) return undefined
  if (personWords.test(thing)) return { thing, find: 'person', named: true }
  return { thing, find: 'subject', named: subjectWords.test(thing) }
}
