import 'server-only'
import { createHash } from 'node:crypto'
import { sharedPictureId } from '@/lib/assets/asset-urls'
import type { Asset } from '@/lib/assets/asset'
import { comparablePairs } from '@/lib/judging/pairs'
import { runTitle } from '@/lib/models/batch'
import { parameterWithRole } from '@/lib/models/model'
import { findModel } from '@/lib/models/registry'
import { inputOf } from '@/lib/models/run-input'
import { cellsOf, type RunPlan } from '@/lib/models/run-plan'
import { latestAttempts } from '@/lib/predictions/latest-attempts'
import type { Prediction } from '@/lib/predictions/prediction'
import type { Run } from '@/lib/predictions/run'
import { viewPrediction } from '@/lib/predictions/view'
import type { Share } from './share'
import { factsOf, labelResults, type SharedFact } from './shared-facts'

/** A picture as a shared page knows it. */
export interface SharedPicture {
  /** Its place on the page: "before-1", "after-2". Also its address and the name under which it is saved. */
  name: string
  /** For all that shows pictures by asset ids; see `sharedPictureId`. */
  id: string
  type: Asset['type']
  width: number
  height: number
}

/** One finished cell. */
export interface SharedResult {
  /** From 1; stays while others finish. */
  number: number
  /** "FLUX.1 Dev", "Model A" or "Result". */
  name: string
  /** The name, and in what it differs from others of the name, as far as that is shown. */
  label: string
  /** Names of the pictures it was made of. Empty where they are hidden. */
  inputs: string[]
  pictures: SharedPicture[]
  facts: SharedFact[]
  sandbox: boolean
}

/** All that the pages of a link may contain. Plain data: it goes to the browser as it is. */
export interface SharedView {
  /** For headings and the browser's tab. */
  title: string
  instruction: string | null
  inputs: SharedPicture[]
  results: SharedResult[]
  /** Numbers of results whose comparison means something; empty where visitors can't vote. */
  pairs: { first: number; second: number }[]
}

/** What a link leads to, as it is stored. */
export interface SharedSource {
  run: Run
  /** All attempts of all cells. */
  predictions: readonly Prediction[]
  /** The run's input pictures, by id. */
  pictures: ReadonlyMap<string, Asset>
}

/** What only the server knows of a shared page. */
export interface SharedPage {
  view: SharedView
  /** By the names of the pictures that are shown: asset ids. */
  files: ReadonlyMap<string, string>
  /** By the numbers of the results: prediction ids. */
  predictionIds: ReadonlyMap<number, string>
  /** The run's plan with the pictures' shared ids, where every word of a board's headings is shown; else absent. */
  plan?: RunPlan
}

type Told = Pick<Share, 'id' | 'token' | 'predictionId' | 'choices'>

/** Makes of a run or prediction what its link shows. What is not chosen is in none of it, whatever the run holds. */
export function sharedView(share: Told, source: SharedSource): SharedPage {
  const { choices, token, predictionId } = share
  const files = new Map<string, string>()
  const pictureOf = (name: string, { id, type, width, height }: Asset): SharedPicture => {
    files.set(name, id)
    return { name, id: sharedPictureId(token, name), type, width, height }
  }
  const cells = cellsOfShare(share, source)
  const names = modelNames(cells, choices.modelNames)
  const instruction = choices.instruction ? instructionOf(source.run, cells, predictionId) : null

  const inputIds = choices.inputPicture
    ? [...new Set(cells.flatMap((cell) => inputsOf(source.run, cell)))]
    : []
  const known = inputIds.flatMap((id) => source.pictures.get(id) ?? [])
  const inputs = known.map((asset, index) => pictureOf(`before-${index + 1}`, asset))
  const inputName = new Map(known.map(({ id }, index) => [id, `before-${index + 1}`]))

  const predictionIds = new Map<number, string>()
  const results = cells.flatMap((prediction, index): SharedResult[] => {
    if (prediction.status.state !== 'succeeded') return []
    const number = index + 1
    predictionIds.set(number, prediction.id)
    const name = names.get(prediction.modelId) ?? 'Result'
    const made = choices.inputPicture ? inputsOf(source.run, prediction) : []
    return [
      {
        number,
        name,
        label: name,
        inputs: made.flatMap((id) => inputName.get(id) ?? []),
        pictures: prediction.status.outputs.map((asset, at) =>
          pictureOf(at === 0 ? `after-${number}` : `after-${number}-${at + 1}`, asset),
        ),
        facts: factsOf(prediction, choices, name, instruction),
        sandbox: prediction.mode === 'sandbox',
      },
    ]
  })
  const title = instruction ?? (results.length > 1 ? 'Shared results' : 'A shared result')
  return {
    view: {
      title,
      instruction,
      inputs,
      results: labelResults(results),
      pairs: choices.voting && !choices.modelNames ? pairsOf(source, predictionIds) : [],
    },
    files,
    predictionIds,
    ...(!predictionId && { plan: planToTell(share, source.run, inputName) }),
  }
}

/**
 * The predictions that are shared, in the order in which they are numbered. Where names are hidden that order is left to
 * chance, once for each share: the order of the run would tell which model was chosen first.
 */
export function cellsOfShare(
  { id, predictionId, choices }: Told,
  { predictions }: SharedSource,
): Prediction[] {
  if (predictionId) return predictions.filter((prediction) => prediction.id === predictionId)
  const latest = latestAttempts(predictions)
  if (choices.modelNames) return latest
  // By the share's id, which nobody is told: by the token a visitor could work it out.
  const key = ({ position }: Prediction) => createHash('sha256').update(`${id} ${position}`).digest('hex')
  return latest.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

/** What the person gave this cell. The model itself may have been sent a part of it, or fewer pictures. */
export function inputsOf(run: Run, { position, modelId, values }: Prediction): string[] {
  const cell = cellsOf(run)[position]
  const model = findModel(modelId)
  const row = model && parameterWithRole(model, 'images')
  const own = [row && values[row.name]].flat().filter((value) => typeof value === 'string')
  const given = cell ? inputOf(run.input, cell.request).images : run.input.images
  return given.length > 0 ? given.slice(0, own.length) : own
}

function instructionOf(
  run: Run,
  cells: readonly Prediction[],
  predictionId: string | undefined,
): string | null {
  const [only] = cells
  return (predictionId && only ? promptOf(only) : runTitle(run)) ?? null
}

/** The instruction that one prediction's model was given. */
export function promptOf({ modelId, values }: Pick<Prediction, 'modelId' | 'values'>): string | undefined {
  const model = findModel(modelId)
  const row = model && parameterWithRole(model, 'prompt')
  const prompt = row && values[row.name]
  return typeof prompt === 'string' ? prompt : undefined
}

function modelNames(cells: readonly Prediction[], areShown: boolean): Map<string, string> {
  const ids = [...new Set(cells.map(({ modelId }) => modelId))]
  return new Map(
    ids.map((id, index) => [
      id,
      areShown
        ? (findModel(id)?.title ?? id)
        : ids.length === 1
          ? 'Result'
          : `Model ${String.fromCharCode(65 + index)}`,
    ]),
  )
}

/** In the order of the numbers, which tells nothing. */
function pairsOf(
  { run, predictions }: SharedSource,
  predictionIds: ReadonlyMap<number, string>,
): SharedView['pairs'] {
  const numbers = new Map([...predictionIds].map(([number, id]) => [id, number]))
  const views = latestAttempts(predictions).map((prediction) => viewPrediction(prediction, ''))
  return comparablePairs({ ...run, predictions: views })
    .flatMap((pair) => {
      const [first, second] = [pair.first, pair.second]
        .map(({ id }) => numbers.get(id) ?? 0)
        .sort((a, b) => a - b)
      return first && second ? [{ first, second }] : []
    })
    .sort((a, b) => a.first - b.first || a.second - b.second)
}

/** What files were called is never told. */
function planToTell(
  { choices, token }: Told,
  { input, choices: asked, axes = [] }: Run,
  inputName: ReadonlyMap<string, string>,
): RunPlan | undefined {
  const { inputPicture, instruction, parameters, modelNames: isNamed } = choices
  if (!(inputPicture && instruction && parameters && isNamed)) return undefined
  const told = (id: string) => sharedPictureId(token, inputName.get(id) ?? '')
  return {
    input: { prompt: input.prompt, images: [], seed: input.seed },
    choices: asked.map(({ modelId, values, override }) => ({
      modelId,
      values,
      ...(override && { override: withoutPictures(override) }),
    })),
    axes: axes.map(({ names: _files, ...axis }) =>
      axis.parameter === 'images' ? { ...axis, values: axis.values.map((id) => told(String(id))) } : axis,
    ),
  }
}

function withoutPictures({ images: _images, mask: _mask, ...told }: Partial<RunPlan['input']>) {
  return told
}
