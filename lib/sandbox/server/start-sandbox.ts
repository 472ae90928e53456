import 'server-only'
import { edit } from '@/lib/sandbox/engine/edit'
import { openSandbox, type RunningSandbox, type SandboxOptions } from './sandbox-server'

/**
 * Starts the stand-in for the three providers on loopback, drawing with the built-in engine. Its key is `sandboxKey`.
 * SANDBOX_FAULT, unless `fault` is given, makes every request go wrong in that way (`faults.ts` lists the ways).
 * Throws an Error with a sentence for the person when the port is taken or the fault unknown.
 */
export async function startSandbox(
  options: Omit<SandboxOptions, 'engine'> & { engine?: SandboxOptions['engine'] },
): Promise<RunningSandbox> {
  return openSandbox({ engine: edit, fault: process.env.SANDBOX_FAULT, ...options })
}
