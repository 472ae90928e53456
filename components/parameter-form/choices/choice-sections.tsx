'use client'
import { useFormContextValue } from '../form-context'
import { usePlan, usePlaygroundValues } from '../use-playground-values'
import { ChoiceSection } from './choice-section'
import { choiceKey, choiceTitles } from './choice-titles'

/** The chosen models one below the other, each with what only it has. */
export function ChoiceSections() {
  const { models } = useFormContextValue()
  const values = usePlaygroundValues()
  const { check } = usePlan()
  const titles = choiceTitles(values.choices)
  // What all of them say stands at Run, once.
  const common = (text: string) =>
    check.choices.every(({ notes }) => notes.some((note) => note.text === text))
  return (
    <div className="pt-1">
      <h2 className="flex h-8 items-center text-sm font-medium">Each model’s own settings</h2>
      <ul className="space-y-2">
        {models.map((model, choice) => (
          <ChoiceSection
            key={choiceKey(values.choices, choice)}
            model={model}
            title={titles[choice] ?? model.title}
            choice={choice}
            cents={check.choices[choice]?.cents}
            notes={(check.choices[choice]?.notes ?? []).filter(
              ({ text }) => models.length === 1 || !common(text),
            )}
          />
        ))}
      </ul>
    </div>
  )
}
