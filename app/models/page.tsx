import type { Metadata } from 'next'
import { ModelDocs } from '@/components/models/model-docs'
import { diptych } from '@/lib/diptych'
import { models } from '@/lib/models/registry'

export const metadata: Metadata = { title: 'Models' }
// How a model is reached depends on the keys this server was started with.
export const dynamic = 'force-dynamic'

/** What each model takes, made from the same tables as the form. */
export default async function ModelsPage() {
  const { access } = await diptych()
  return (
    <div className="mx-auto grid max-w-5xl gap-8 p-4 pb-16">
      <div className="grid gap-1">
        <h1 className="text-lg font-semibold">Models</h1>
        <p className="text-muted">
          Every parameter, with what its provider says of it and what we decided where it is silent.
        </p>
      </div>
      {models.map((model) => (
        <ModelDocs key={model.id} model={model} access={access[model.provider]} />
      ))}
    </div>
  )
}
