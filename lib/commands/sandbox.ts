/** `npm run sandbox`: the providers' stand-in alone, for people who build against their APIs. */
import { join } from 'node:path'
import { providerIds } from '@/lib/models/providers'
import { startEngine } from '@/lib/sandbox/engine/start-engine'
import { faults, infoOf, type FaultName } from '@/lib/sandbox/server/faults'
import { sandboxKey } from '@/lib/sandbox/server/sandbox-server'
import { startSandbox } from '@/lib/sandbox/server/start-sandbox'

const port = readPort(process.env.SANDBOX_PORT ?? '4400')
// Its own folder: the app's own sandbox may be running on the other.
const dataFolder = join(process.env.DATA_DIR ?? '.data', 'sandbox-alone')

const engine = startEngine()

try {
  const sandbox = await startSandbox({ port, dataFolder, engine: engine.edit })
  console.log(`The sandbox is ready; its key is "${sandboxKey}".\n`)
  for (const provider of providerIds) console.log(`  ${provider.padEnd(12)} ${sandbox.baseUrl(provider)}`)
  console.log(`
Try it:
  curl -X POST "${sandbox.baseUrl('bytecompute')}/v1/generate" \\
    -H "Authorization: Bearer ${sandboxKey}" -F "prompt=a lake at sunset" -o picture.png

Make it fail: send the header x-sandbox-fault: name, or start it with SANDBOX_FAULT=name. A value may follow, as in
rate-limited:5. The names:
${(Object.keys(faults) as FaultName[]).map(inWords).join('\n')}`)
  const stop = () =>
    void sandbox
      .close()
      .then(engine.close)
      .then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}

function readPort(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value
  console.error(`SANDBOX_PORT is "${text}". Set it to a port number, such as 4400.`)
  process.exit(1)
}

function inWords(name: FaultName): string {
  const { does, argument, providers } = infoOf({ name })
  const value = argument ? ` [:${argument.means}, else ${argument.otherwise}]` : ''
  const only = providers ? ` (${providers.join(', ')})` : ''
  return `  ${name.padEnd(20)} ${does}${value}${only}`
}
