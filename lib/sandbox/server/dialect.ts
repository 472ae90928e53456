import 'server-only'
import type { IncomingMessage } from 'node:http'
import type { Model } from '@/lib/models/model'
import type { Parameter } from '@/lib/models/parameter'
import type { ProviderId } from '@/lib/models/providers'
import type { Answer, Reply } from './http-reply'
import type { Job } from './job'
import type { UploadedFile } from './read-body'
import type { Refusal } from './refusal'
import type { Exchange, Sandbox } from './sandbox'

/** How a picture may be given in a field. `file` is written `file:N`, the place in `SubmitBody.files`. */
export type PictureForm = 'url' | 'data-uri' | 'file'

export interface SubmitBody {
  fields: Record<string, unknown>
  files: UploadedFile[]
}

/** How one provider speaks: what differs between the three, and nothing else. */
export interface Dialect {
  provider: ProviderId
  readSubmit(request: IncomingMessage, model: Model): Promise<SubmitBody>
  pictureForms(parameter: Parameter): readonly PictureForm[]
  /** Status for fields that do not pass the table. */
  invalidStatus: number
  /** Unknown fields are dropped without a word, as this provider does; the others refuse them. */
  dropsUnknownFields: boolean
  refusalBody(refusal: Refusal): unknown
  /** Whether the answer to a submit waits for the job's end. */
  waits(job: Job): boolean
  /** Answer to a submit: at once, or after the end of a job that waits. */
  submitted(job: Job, sandbox: Sandbox): Promise<Answer>
  /** The absent ones have no polls: their jobs live as long as the connection. */
  polls?: {
    /** The job's id, if the path is one that asks for a job. */
    idIn(path: string): string | undefined
    /** @param status  told in place of the true one, while an undocumented status is asked for */
    prediction(job: Job, sandbox: Sandbox, status?: string): Promise<unknown>
  }
  /** Routes that only this provider has, below its key. */
  more?(exchange: Exchange, sandbox: Sandbox): Promise<Reply> | undefined
}
