import { apiRoute } from '@/lib/api/answer'
import { describeModel } from '@/lib/api/describe-model'
import { models } from '@/lib/models/registry'

/** The catalogue. */
export const GET = apiRoute(async (_request, { access }) =>
  Response.json({ models: models.map((model) => describeModel(model, access[model.provider])) }),
)
