import 'server-only'
import { FormData } from 'undici'
import { fetchOutput } from './fetch-output'
import { createHttpClient } from './http-client'
import { isWholePicture } from './picture-bytes'
import { pictureFile } from './picture-file'
import type { Provider, ProviderRequest } from './provider'
import { ProviderError } from './provider-error'
import { defaultTimeouts, type ProviderOptions } from './provider-options'

/** The answer is the picture itself: the request stays open for as long as the model works. */
const generationMs = 300_000

/** https://us-01.bytecompute.ai: a multipart form in, the picture's bytes out, in one exchange. */
export function createByteCompute(options: ProviderOptions): Provider {
  const timeouts = { ...defaultTimeouts, submitMs: generationMs, ...options.timeouts }
  const http = createHttpClient({ ...options, timeouts })

  return {
    deliver: async (picture) => new Blob([await picture.bytes()], { type: picture.type }),

    async submit({ model, body }, signal) {
      const reply = await http.submit(http.address.documented(model.endpoint), formOf(body), signal)
      if (!isWholePicture(reply.bytes, reply.complete)) throw reply.unreadable()
      return { state: 'finished', outputs: [{ bytes: reply.bytes }] }
    },

    async poll() {
      throw new ProviderError('expired', {
        accepted: 'no',
        transient: false,
        detail: 'ByteCompute answers at once and keeps no jobs: there is nothing to ask for later.',
      })
    },

    fetch: (output, signal) => fetchOutput(output, http.address, { signal, timeoutMs: timeouts.transferMs }),
  }
}

/** A list repeats its field (`images`, not `images[]`); pictures are files image1.png, image2.jpg, … */
function formOf(body: ProviderRequest['body']): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(body)) {
    for (const [index, item] of [value].flat().entries()) {
      if (item instanceof Blob) form.append(name, pictureFile(item, `image${index + 1}`))
      else form.append(name, String(item))
    }
  }
  return form
}
