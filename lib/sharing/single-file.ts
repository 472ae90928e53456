import 'server-only'
import { readFile } from 'node:fs/promises'
import { withDecodeSlot } from '@/lib/assets/decode-slots'
import { sharp } from '@/lib/assets/sharp-settings'
import { projectFile } from '@/lib/project-file'
import type { SharedPicture, SharedView } from './shared-view'

/** Of a picture's longer side in pixels: one file must still go into a mail. Of many pictures each is smaller. */
const mostPixels = (pictures: number) => (pictures <= 12 ? 2048 : 1280)

interface FilePicture extends Pick<SharedPicture, 'name' | 'width' | 'height'> {
  /** Before it was made smaller. */
  fullWidth: number
  fullHeight: number
  alt: string
  /** As data URI. */
  data: string
}

/**
 * What a link shows as one HTML file that needs no network and no server: slider and zoom by its own small script, the
 * pictures in it as WebP of at most 2048 px (1280 where there are more than twelve), without metadata.
 *
 * @param read  bytes of a picture by its name on the page; undefined for one that is gone
 */
export async function makeSingleFile(
  { title, inputs, results }: SharedView,
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<string> {
  const count = inputs.length + results.reduce((sum, { pictures }) => sum + pictures.length, 0)
  const side = mostPixels(count)
  const pack = (picture: SharedPicture, alt: string) => packPicture(picture, alt, side, read)
  // One after the other: many large pictures at once would take much memory.
  const packedInputs: FilePicture[] = []
  for (const [index, input] of inputs.entries())
    packedInputs.push(
      ...(await pack(input, inputs.length > 1 ? `Input picture ${index + 1}` : 'Input picture')),
    )
  const packedResults: unknown[] = []
  for (const result of results) {
    const pictures: FilePicture[] = []
    for (const picture of result.pictures) pictures.push(...(await pack(picture, `Result: ${result.label}`)))
    const { label, inputs: made, facts } = result
    if (pictures.length > 0) packedResults.push({ label, inputs: made, facts, pictures })
  }
  return page({
    title,
    isSandbox: results.some(({ sandbox }) => sandbox),
    note: `Pictures at up to ${side} px.`,
    data: JSON.stringify({ inputs: packedInputs, results: packedResults }),
    ...(await ownFiles()),
  })
}

async function packPicture(
  { name, width, height }: SharedPicture,
  alt: string,
  side: number,
  read: (name: string) => Promise<Uint8Array | undefined>,
): Promise<FilePicture[]> {
  const bytes = await read(name)
  if (!bytes) return []
  const { data, info } = await withDecodeSlot(() =>
    sharp(bytes)
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .webp({ quality: 90 })
      .toBuffer({ resolveWithObject: true }),
  )
  return [
    {
      name,
      alt,
      width: info.width,
      height: info.height,
      fullWidth: width,
      fullHeight: height,
      data: `data:image/webp;base64,${data.toString('base64')}`,
    },
  ]
}

async function ownFiles(): Promise<{ script: string; style: string }> {
  const [script, style] = await Promise.all(
    ['single-file-viewer.js', 'single-file.css'].map((name) =>
      readFile(projectFile('lib/sharing', name), 'utf8'),
    ),
  )
  return { script: script ?? '', style: style ?? '' }
}

interface PageParts {
  title: string
  isSandbox: boolean
  note: string
  /** JSON. */
  data: string
  script: string
  style: string
}

function page({ title, isSandbox, note, data, script, style }: PageParts): string {
  const name = escapeHtml(title)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="robots" content="noindex, nofollow">
<meta name="generator" content="Diptych">
<title>${name}</title>
<style>
${style}</style>
<body>
<header>
<h1>${name}</h1>
${isSandbox ? '<p>Local sandbox, not FLUX</p>' : ''}
</header>
<main id="stage">
<div class="layer"><img id="left" draggable="false" alt=""></div>
<div class="layer"><img id="right" draggable="false" alt=""></div>
<span class="name" id="left-name"></span>
<span class="name" id="right-name"></span>
<div id="handle" role="slider" tabindex="0" aria-label="Divider between before and after" aria-valuemin="0" aria-valuemax="100" aria-valuenow="50"></div>
</main>
<nav aria-label="Zoom">
<button type="button" id="smaller" aria-label="Zoom out">−</button>
<button type="button" id="fit">Fit</button>
<button type="button" id="larger" aria-label="Zoom in">+</button>
<span>Wheel, pinch, + and − zoom; drag moves; ← and → move the divider; N and P go on and back.</span>
</nav>
<div id="list" role="group" aria-label="Results"></div>
<dl id="facts"></dl>
<footer>${escapeHtml(note)} Made with Diptych.</footer>
<noscript>This file shows its pictures with a script, which is switched off here.</noscript>
<script type="application/json" id="data">${data.replaceAll('<', '\\u003c')}</script>
<script>
${script}</script>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
