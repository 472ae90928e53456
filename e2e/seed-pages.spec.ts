import sharp from 'sharp'
import { finished, hasCurl, paste, sampleFile, samplePicture, upload, type Accepted } from './api-client'
import type { DiptychServer } from './diptych-server'
import { expect, test } from './test'

// The providers' own curl lines, pasted from their pages: only host, key and picture addresses are changed, and what
// the WaveSpeed page left out of its example (prompt, images) is added.
test.skip(!hasCurl, 'There is no curl on this machine to run the lines with.')

const key = { VIBEDREAM_API_KEY: 'any', WAVESPEED_API_KEY: 'any', BYTECOMPUTE_API_KEY: 'any' }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const klein = `curl -X POST "https://api.vibedream.ai/api/v1/models/flux-2-klein-9b-edit/generate" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $VIBEDREAM_API_KEY" \\
  -d '{
    "prompt": "A beautiful sunset over mountains with golden light",
    "images": [
        "https://example.com/image1.jpg"
    ],
    "size": 0,
    "seed": -1,
    "enable_sync_mode": false,
    "enable_base64_output": false
}'`

const pro = `curl -X POST "https://api.vibedream.ai/api/v1/models/flux-2-pro-edit/generate" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $VIBEDREAM_API_KEY" \\
  -d '{
    "prompt": "A beautiful sunset over mountains with golden light",
    "images": [
        "https://example.com/image1.jpg"
    ],
    "size": "small",
    "seed": 0,
    "enable_sync_mode": false,
    "enable_base64_output": false,
    "enable_safety_checker": false
}'`

const dev = `curl -X POST "https://api.vibedream.ai/api/v1/models/flux-dev/generate" \\
  -H "Content-Type: application/json" \\
  -H "Authorization: Bearer $VIBEDREAM_API_KEY" \\
  -d '{
    "prompt": "A beautiful sunset over mountains with golden light",
    "image": "https://example.com/your-image.jpg",
    "mask_image": "https://example.com/your-mask_image.jpg",
    "strength": 0.8,
    "size": "1024*1024",
    "num_inference_steps": 28,
    "guidance_scale": 3.5,
    "num_images": 1,
    "seed": -1,
    "output_format": "jpeg"
}'`

const wavespeed = `curl --location --request POST "https://api.vibedream.ai/api/v1/models/flux-2-klein-base-9b-edit/generate" \\
--header "Content-Type: application/json" \\
--header "Authorization: Bearer \${WAVESPEED_API_KEY}" \\
--data-raw '{
    "prompt": "A beautiful sunset over mountains with golden light",
    "images": ["https://example.com/image1.jpg"],
    "seed": -1,
    "enable_sync_mode": false,
    "enable_base64_output": false
}'`

const bytecompute = `curl -X POST "https://api.vibedream.ai/api/v1/models/flux2-klein-4b/generate" \\
  -H "Authorization: Bearer $BYTECOMPUTE_API_KEY" \\
  -F "prompt=A beautiful sunset over mountains with golden light" \\
  -F "model=flux2-klein-4b" \\
  -F "images=@image1.jpg" \\
  -F "aspect_ratio=landscape"`

const polling = `curl "https://api.vibedream.ai/api/v1/predictions/YOUR_PREDICTION_ID" \\
  -H "Authorization: Bearer $VIBEDREAM_API_KEY"`

interface Page {
  modelId: string
  modelName: string
  line: string
  estimatedTime: string
  type: string
  /** Pixels that the model promises; absent where it follows the picture. */
  size?: { width: number; height: number }
}

const pages: Page[] = [
  {
    modelId: 'flux-2-klein-9b-edit',
    modelName: 'FLUX.2 Klein 9B Edit',
    line: klein,
    estimatedTime: '60-120s',
    type: 'image/png',
  },
  {
    modelId: 'flux-2-pro-edit',
    modelName: 'FLUX.2 [pro] Edit',
    line: pro,
    estimatedTime: 'Variable, depending on task',
    type: 'image/png',
  },
  {
    modelId: 'flux-dev',
    modelName: 'FLUX.1 Dev',
    line: dev,
    estimatedTime: '5-15s',
    type: 'image/jpeg',
    size: { width: 1024, height: 1024 },
  },
  {
    modelId: 'flux-2-klein-base-9b-edit',
    modelName: 'FLUX.2 Klein Base 9B Edit',
    line: wavespeed,
    estimatedTime: 'Variable, depending on task',
    type: 'image/png',
  },
  {
    modelId: 'flux2-klein-4b',
    modelName: 'FLUX.2 [klein] 4B',
    line: bytecompute,
    estimatedTime: 'Variable, depending on task',
    type: 'image/png',
    size: { width: 1344, height: 768 },
  },
]

for (const { modelId, modelName, line, estimatedTime, type, size } of pages) {
  test(`the curl lines of ${modelName} work here`, async ({ server }) => {
    const here = await translator(server)
    const submitted = paste<Accepted>(here(line), key)
    expect(submitted).toEqual({
      id: expect.stringMatching(uuid),
      status: 'processing',
      statusUrl: `${server.url}/api/v1/predictions/${submitted.id}`,
      estimatedTime,
      costCents: 0,
      createdAt: expect.stringMatching(iso),
    })
    const first = paste<object>(here(polling.replace('YOUR_PREDICTION_ID', submitted.id)), key)
    expect(first).toMatchObject({ id: submitted.id, modelId })

    const view = await finished(server.url, submitted.id)
    expect(view).toMatchObject({
      id: submitted.id,
      modelId,
      modelName,
      status: 'completed',
      outputs: [expect.stringMatching(`^${server.url}/assets/[0-9a-f]{64}$`)],
      error: null,
      createdAt: submitted.createdAt,
      completedAt: expect.stringMatching(iso),
    })
    const picture = await fetch(view.outputs![0]!)
    expect(picture.headers.get('content-type')).toBe(type)
    const { width, height } = await sharp(await picture.arrayBuffer()).metadata()
    if (size) expect({ width, height }).toEqual(size)
    else expect(width).toBeGreaterThan(0)
  })
}

test('the WaveSpeed page’s example as it stands is told what it lacks', async ({ server }) => {
  const here = await translator(server)
  const incomplete = wavespeed.replace(/ {4}"(prompt|images)".*\n/g, '')
  const refusal = paste<{ code: string; issues: { path: string }[] }>(here(incomplete), key)
  expect(refusal.code).toBe('invalid-input')
  expect(refusal.issues.map(({ path }) => path).sort()).toEqual(['images', 'prompt'])
})

/** Puts our host and our pictures in the place of the pages' own. */
async function translator(server: DiptychServer): Promise<(line: string) => string> {
  const bytes = samplePicture()
  const { width, height } = await sharp(bytes).metadata()
  const white = await sharp({
    create: { width: Math.floor(width / 2), height, channels: 3, background: '#fff' },
  })
    .png()
    .toBuffer()
  const mask = await sharp({ create: { width, height, channels: 3, background: '#000' } })
    .composite([{ input: white, left: 0, top: 0 }])
    .png()
    .toBuffer()
  const picture = (await upload(server.url, bytes)).body.url
  const maskPicture = (await upload(server.url, mask)).body.url
  return (line) =>
    line
      .replaceAll('https://api.vibedream.ai', server.url)
      .replaceAll('https://example.com/image1.jpg', picture)
      .replaceAll('https://example.com/your-image.jpg', picture)
      .replaceAll('https://example.com/your-mask_image.jpg', maskPicture)
      .replaceAll('@image1.jpg', `@${sampleFile}`)
}
