import { availableParallelism } from 'node:os'

/**
 * Threads for V8's compiler and garbage collection. Node starts four on any machine; where there are fewer processors,
 * these keep the thread that answers from its own.
 */
const helpers = Math.min(4, Math.max(1, availableParallelism() - 1))

/**
 * How the server's process is started, by `npm start` and by the tests and benchmarks that start it themselves.
 *
 * @param {'start' | 'dev'} command Next's
 * @returns {{ parameters: string[], environment: Record<string, string> }} of Node, in the project's folder
 */
export function serverProcess(command, host, port) {
  return {
    parameters: [
      `--v8-pool-size=${helpers}`,
      // Next's development server hands Node's parameters on to its helpers, which start in other folders.
      ...(command === 'start' ? ['--require', './lib/threads/pool-gives-way.cjs'] : []),
      'node_modules/next/dist/bin/next',
      command,
      '--hostname',
      host,
      '--port',
      port,
    ],
    environment: {
      HOST: host,
      PORT: port,
      // Our own handlers end the work in order: a submit whose answer is still to come must not be cut off.
      NEXT_MANUAL_SIG_HANDLE: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      // Memory that pictures have left goes back to the system instead of staying with each thread.
      MALLOC_ARENA_MAX: '2',
    },
  }
}
