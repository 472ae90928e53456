import 'server-only'
import { openSandbox, type RunningSandbox, type SandboxOptions } from './sandbox-server'

/**
 * Starts the stand-in for the three providers on loopback. Its key is `sandboxKey`.
 * SANDBOX_FAULT, unless `fault` is given, makes every request go wrong in that way (`faults.ts` lists the ways);
 * SANDBOX_LATENCY_MS, unless `latencyMs` is given, says how long a job pretends to take, as in `0-50`.
 * Throws an Error with a sentence for the person when the port is taken, the fault unknown or the range none.
 */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  const { SANDBOX_FAULT, SANDBOX_LATENCY_MS } = process.env
  return openSandbox({
    fault: SANDBOX_FAULT,
    latencyMs: SANDBOX_LATENCY_MS ? readRange(SANDBOX_LATENCY_MS) : undefined,
    ...options,
  })
}

function readRange(text: string): [number, number] {
  const [, shortest, longest] = /^(\d{1,7})-(\d{1,7})$/.exec(text) ?? []
  const range: [number, number] = [Number(shortest), Number(longest)]
  if (range[0] <= range[1]) return range
  throw new Error(
    `SANDBOX_LATENCY_MS is "${text}". Set it to two numbers of milliseconds, such as 1000-2500.`,
  )
}
