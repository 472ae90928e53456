'use client'
import { use } from 'react'
import { choiceKey } from '../choices/choice-titles'
import { ChoiceContext, useFormContextValue } from '../form-context'
import { hasSections } from '../playground-values'
import type { PictureRole, PictureTarget } from './upload-queue'

/** Where pictures go that are put in here: to what all share, or to the model in whose section this stands. */
export function useTarget(role: PictureRole): PictureTarget {
  const choice = use(ChoiceContext)
  const { form } = useFormContextValue()
  const values = form.getValues()
  return choice === undefined || !hasSections(values) ? role : `${role}:${choiceKey(values.choices, choice)}`
}
