import { z } from 'zod'

/** The engine behind the sandbox, as a report names it. */
export const engineName = 'Diptych local engine'
/** Raised whenever the same request may give other pixels. */
export const engineVersion = '4'

const stepSchema = z.object({
  operation: z.string(),
  /** What was done, in words: "black and white", "blur 8 px". */
  description: z.string(),
  /** What the words asked for, as the operation read it. */
  parameters: z.unknown(),
  /** Where: "whole picture", "the mask", "subject", "all but the sky". */
  scope: z.string(),
  milliseconds: z.number(),
  /** What is not quite as asked: approximations, guesses, sizes worked at. */
  notes: z.array(z.string()),
  /** How sure the finder of the part was, on its own scale, where one was looked for. */
  confidence: z.number().optional(),
})

/** Why a piece of the instruction was not done. */
export const undoneReasons = ['blocked', 'not understood', 'low confidence'] as const

/** What the local engine did, told with every picture it makes. */
export const engineReportSchema = z.object({
  engine: z.string(),
  version: z.string(),
  /** Null where the seed has no effect on what was done. */
  seed: z.number().int().nullable(),
  steps: z.array(stepSchema),
  undone: z.array(z.object({ text: z.string(), reason: z.enum(undoneReasons), message: z.string() })),
})
export type EngineReport = z.infer<typeof engineReportSchema>
export type EngineStep = EngineReport['steps'][number]
export type Undone = EngineReport['undone'][number]
