import 'server-only'

interface Block {
  pattern: RegExp
  /** After "The local engine can’t". */
  cant: string
}

const person = '(?:him|her|them|it|me|he|she|they|the \\w+)'
const ofPerson = '(?:his|her|their|the|its|my|a)'

/** What no operation here can do, even where one of them answers to some of the words. */
const always: readonly Block[] = [
  {
    pattern: new RegExp(
      `\\b(?:smil(?:e|es|ing)|laugh(?:s|ing)?|frown(?:s|ing)?|cry(?:ing)?|wink(?:s|ing)?|grin(?:s|ning)?|happier|sadder|angr(?:y|ier))\\b|` +
        `\\b(?:open|close|shut) (?:${ofPerson} )?(?:eyes?|mouth)\\b|\\bexpression\\b|` +
        `\\b(?:let|make|have) ${person} (?:stare|gaze|(?:look|looking|face) (?:at|to|towards?|into|left|right|up|down|away|straight|back|forward|surprised|serious|scared|tired|bored|proud|shy|evil))\\b`,
    ),
    cant: 'change an expression, a look or a pose',
  },
  {
    pattern:
      /\b(?:years?|a lot|much|look|looks|bit|him|her|them|person|man|woman) (?:young|old)er\b|\bage (?:him|her|them|the)\b/,
    cant: 'change somebody’s age',
  },
  {
    pattern: /\bcolou?ri[sz](?:e|ed|ing|ation)\b(?!.*\b(?:in|with|to)\b)/,
    cant: 'give a black-and-white picture its real colours',
  },
  {
    pattern:
      /\b(?:lego|bricks?|clay|claymation|plasticine|3-?d|origami|papercraft|knit(?:ted)?|crochet|embroider(?:y|ed)|figurine|action figure|statue|sculpture|plush(?:ie)?|funko|balloon animal|gingerbread)\b/,
    cant: 'rebuild a picture in another material',
  },
  {
    pattern:
      /\b(?:change|replace|edit|translate|swap)\b.*\b(?:text|words?|lettering|writing|sign|logo|label)\b.*\b(?:to|with|into|by|as)\b/,
    cant: 'rewrite text that is part of a picture',
  },
  {
    pattern:
      /\b(?:from (?:above|below|behind|the (?:side|front|back)|another angle|a different angle)|(?:different|new|other) (?:angle|viewpoint|perspective)|camera angle|side view|bird['’]?s[- ]eye)\b/,
    cant: 'show a scene from another side',
  },
  {
    pattern: new RegExp(
      `\\b(?:beard|moustache|bald|haircut|hairstyle|(?:longer|shorter|curly|straight) hair|thinner|slimmer|muscular|taller|make-?up|lipstick|tattoos?|freckles)\\b`,
    ),
    cant: 'change how a person is built or made up',
  },
]

/** Read only where no operation answers. */
const otherwise: readonly Block[] = [
  {
    pattern: /\b(?:replace|swap|exchange|substitute)\b.*\b(?:with|for|by)\b|\bturn .+ into (?:an?|some)\b/,
    cant: 'make one thing into another',
  },
  {
    pattern:
      /\b(?:add|put|insert|place|draw|include|give|wear(?:s|ing)?|hold(?:s|ing)?|with an?|dress (?:him|her|them|it)|bring in)\b/,
    cant: 'add new objects',
  },
  {
    pattern:
      /\b(?:sit(?:s|ting)?|stand(?:s|ing)?|walk(?:s|ing)?|run(?:s|ning)?|jump(?:s|ing)?|danc(?:e|es|ing)|wav(?:e|es|ing)|point(?:s|ing)?|rais(?:e|es|ing)|lift(?:s|ing)?|bend(?:s|ing)?)\b/,
    cant: 'change a pose',
  },
]

/** Small things on a person or an object, which no finder here can point out. */
const details =
  /\b(?:remove|delete|erase|get rid of|take (?:off|out|away)|clean up|without)\b.*\b(?:glasses|sunglasses|hat|cap|scarf|earrings?|necklace|ring|watch|wrinkles?|pimples?|blemish(?:es)?|scars?|logo|text|watermark|caption|sign|shadow|reflections?|wires?|cables?|power ?lines?|dust|scratch(?:es)?|stains?|spots?)\b/

/** "The local engine can’t add new objects."; undefined if a clause asks for nothing of the kind. */
export function blockedAlways(clause: string): string | undefined {
  return sentence(always.find(({ pattern }) => pattern.test(clause)))
}

/** The same for a clause to which no operation answers. */
export function blockedOtherwise(clause: string): string | undefined {
  return sentence(otherwise.find(({ pattern }) => pattern.test(clause)))
}

/** Whether a clause wants a small thing gone that only a mask can point out. */
export function needsMask(clause: string): boolean {
  return details.test(clause)
}

function sentence(block: Block | undefined): string | undefined {
  return block && `The local engine can’t ${block.cant}.`
}
