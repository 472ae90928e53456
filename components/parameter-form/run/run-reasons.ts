import { batchAxis } from '@/lib/models/batch'
import { mostCells, type RunPlan } from '@/lib/models/run-plan'
import type { PlanCheck } from '@/lib/models/plan-check'
import { hasOwnInstructions } from '../batch/form-batch'
import { pairBatch } from '../batch/pair-batch'
import { choiceTitles } from '../choices/choice-titles'
import { listed, placeIssues, type FieldProblem } from '../field-problems'
import type { Upload } from '../pictures/upload-queue'
import { missingIssues } from '../plan-issues'
import { readAxis } from '../plan-of-values'
import { axisPath, batchPaths, modelsOf, type PlaygroundValues } from '../playground-values'
import { sweepableRows } from '../sweep/sweepable-rows'

/** Why it can't run now; with a path, where to put it right. */
export interface RunReason {
  text: string
  path?: string
  /** The choices that can't take this input, where others can: without them it would run. */
  leaveOut?: number[]
}

/** Every reason at once, so that nobody has to find them one after the other. Empty: it can run. */
export function runReasons(state: {
  values: PlaygroundValues
  plan: RunPlan
  check: PlanCheck
  problems: readonly FieldProblem[]
  uploads: readonly Pick<Upload, 'name' | 'state'>[]
}): RunReason[] {
  const { values, plan, check } = state
  const missing = placeIssues(values, missingIssues(plan))
  const others = state.problems.filter(({ path }) => !missing.some((problem) => problem.path === path))
  const titles = choiceTitles(values.choices)
  const unpaired = batchReasons(values)
  return [
    ...axisReasons(values),
    ...unpaired,
    ...[...missing, ...others]
      .filter(({ path }) => unpaired.every((reason) => reason.path !== path))
      .map((problem) => problemReason(problem, titles)),
    ...tooMany(check.count, plan),
    ...uploadReasons(state.uploads),
    ...blockedReasons(check, titles),
  ]
}

function problemReason({ path, message, choices, isOfSome }: FieldProblem, titles: string[]): RunReason {
  if (isOfSome) return { path, text: message, leaveOut: choices }
  const [choice] = choices
  // In a section, the model is to be named; a server's word beside a field is not.
  const isOwn = path.startsWith('choices.') && titles.length > 1 && choice !== undefined
  return { path, text: isOwn ? `${titles[choice]}: ${message}` : message }
}

function axisReasons({ choices, sweep }: PlaygroundValues): RunReason[] {
  const models = modelsOf(choices)
  return sweep.axes.flatMap((axis, index) => {
    const read = readAxis(models, axis)
    if ('values' in read) return []
    const label = sweepableRows(models).find(({ name }) => name === axis.parameter)?.label ?? axis.parameter
    return [{ path: axisPath(index), text: `Sweep of ${label.toLowerCase()}: ${read.problem}` }]
  })
}

function batchReasons({ batch, sweep }: PlaygroundValues): RunReason[] {
  if (!batch || !hasOwnInstructions(batch)) return []
  const path = batchPaths.instructions
  if (sweep.axes.some(({ parameter }) => parameter === 'prompt'))
    return [{ path, text: 'Instructions are swept, and each picture has its own: remove one or the other.' }]
  const { problems } = pairBatch(batch)
  const more = problems.length - mostProblems
  return [
    ...problems.slice(0, mostProblems).map((text) => ({ path, text })),
    ...(more > 0 ? [{ path, text: `${more} more problems with the instructions of the batch.` }] : []),
  ]
}
const mostProblems = 3

function tooMany(count: number, plan: RunPlan): RunReason[] {
  const most = mostCells(plan)
  if (count <= most) return []
  const fewer = batchAxis(plan) ? 'pictures' : 'values'
  const text = `This would be ${count.toLocaleString('en')} predictions; one run takes at most ${most}. Try fewer ${fewer}, samples or models.`
  return [{ text }]
}

function uploadReasons(uploads: readonly Pick<Upload, 'name' | 'state'>[]): RunReason[] {
  const sending = uploads.filter((upload) => upload.state !== 'failed').length
  return [
    ...(sending > 0
      ? [
          {
            text:
              sending === 1 ? 'A picture is still uploading.' : `${sending} pictures are still uploading.`,
          },
        ]
      : []),
    ...uploads
      .filter(({ state }) => state === 'failed')
      .map(({ name }) => ({ text: `${name} could not be added: try again or dismiss it.` })),
  ]
}

function blockedReasons({ choices }: PlanCheck, titles: string[]): RunReason[] {
  const byText = new Map<string, number[]>()
  choices.forEach(({ notes }, choice) => {
    for (const { level, text } of notes)
      if (level === 'blocked') byText.set(text, [...(byText.get(text) ?? []), choice])
  })
  return [...byText].map(([text, blocked]) =>
    blocked.length === choices.length
      ? { text }
      : { text: `${listed(blocked.map((choice) => titles[choice] ?? ''))}: ${text}`, leaveOut: blocked },
  )
}
