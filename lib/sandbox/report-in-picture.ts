import 'server-only'
import sharp from 'sharp'
import { engineReportSchema, type EngineReport } from '@/lib/models/engine-report'

const namespace = 'urn:diptych:engine-report'
const attribute = /diptych:report="([^"]*)"/

/**
 * The engine's report as an XMP packet. It travels inside the picture because no provider's contract has a place for
 * it, and the sandbox speaks nothing but those contracts.
 */
export function reportXmp(report: EngineReport): string {
  return (
    `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ` +
    `xmlns:diptych="${namespace}" diptych:report="${escape(JSON.stringify(report))}"/></rdf:RDF></x:xmpmeta>` +
    `<?xpacket end="r"?>`
  )
}

/** The report in a picture of the sandbox; undefined where there is none that can be read. */
export async function readReport(picture: Uint8Array): Promise<EngineReport | undefined> {
  const { xmpAsString } = await sharp(picture).metadata()
  const found = attribute.exec(xmpAsString ?? '')?.[1]
  if (!found) return undefined
  try {
    return engineReportSchema.safeParse(JSON.parse(unescape(found))).data
  } catch {
    return undefined
  }
}

const entities = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

function escape(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => entities[character as keyof typeof entities])
}

function unescape(text: string): string {
  const characters = Object.entries(entities)
  return text.replace(/&#?\w+;/g, (entity) => characters.find(([, value]) => value === entity)?.[0] ?? entity)
}
