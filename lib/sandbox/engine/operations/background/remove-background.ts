import 'server-only'
import { defineOperation } from '@/lib/sandbox/engine/operation'
import { background } from './background-words'
import { subjectOf } from './subject-of'

const remove =
  '(?:remov(?:e|ing)|delet(?:e|ing)|eras(?:e|ing)|strip|drop|clear|cut(?: out| away)?|knock out|get(?:ting)? rid of|take (?:out|away|off))'

export const removeBackground = defineOperation({
  name: 'remove the background',
  pattern: new RegExp(
    `\\b(?:${remove} (?:(?:all|of|the|its|his|her|this|that|whole|entire|\\w+) ){0,3}${background}\\b(?! (?:noise|blur|people))|` +
      `(?:no|without (?:a|the|any)) ${background}\\b|transparent ${background}\\b|${background}\\b(?: \\w+){0,3} transparent\\b|` +
      `(?:make|turn|render) (?:it|this) transparent\\b|transparent png\\b|` +
      `cut(?:-| )?outs?\\b|cut (?:\\w+ ){1,3}out\\b|isolat(?:e|ed|ing)\\b)`,
  ),
  example: 'remove the background',
  kind: 'part',
  read: () => ({}),
  describe: () => 'removed the background',
  apply: (picture, _, context) => subjectOf(picture, context),
})
