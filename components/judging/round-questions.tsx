'use client'

import { useId } from 'react'
import { outcomes, questions, questionTexts, type Outcome, type Question } from '@/lib/judging/vote'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import { questionKeys } from './round-keys'
import type { Answers } from './round-state'

const outcomeTexts: Record<Outcome, string> = { first: 'A', tie: 'Tie', second: 'B' }

interface RoundQuestionsProps {
  answers: Answers
  /** The question that the arrow keys answer. */
  open: Question | undefined
  texts?: Record<Question, string>
  onAnswer: (question: Question, outcome: Outcome) => void
}

/** Both questions about the pair shown. */
export function RoundQuestions({ answers, open, texts = questionTexts, onAnswer }: RoundQuestionsProps) {
  const id = useId()
  return (
    <div className="grid gap-2 md:grid-cols-2 md:gap-4">
      {questions.map((question) => (
        <div
          key={question}
          role="group"
          aria-labelledby={`${id}-${question}`}
          className={classNames(
            'grid gap-1.5 rounded-lg border bg-panel p-2',
            question === open ? 'border-line-strong' : 'border-line',
          )}
        >
          <p id={`${id}-${question}`} className="text-center text-sm font-medium">
            {texts[question]}
          </p>
          <div className="grid grid-cols-3 gap-1.5">
            {outcomes.map((outcome, index) => {
              const isChosen = answers[question] === outcome
              const key = questionKeys[question][index]
              return (
                <Button
                  key={outcome}
                  size="large"
                  variant={isChosen ? 'primary' : 'secondary'}
                  aria-pressed={isChosen}
                  aria-keyshortcuts={key}
                  onClick={() => onAnswer(question, outcome)}
                >
                  {outcomeTexts[outcome]}
                  <kbd
                    aria-hidden
                    className={classNames(
                      'font-mono text-xs pointer-coarse:hidden',
                      isChosen ? 'text-on-accent' : 'text-muted',
                    )}
                  >
                    {key?.toUpperCase()}
                  </kbd>
                </Button>
              )
            })}
          </div>
        </div>
      ))}
    </div>
  )
}
