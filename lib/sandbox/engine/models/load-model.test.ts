import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readModel, runModel } from './load-model'
import { vendoredModels, type ModelName } from './vendored'

const folder = path.join(process.cwd(), 'lib/sandbox/engine/models')

function copyOfFolder(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'models-'))
  onTestFinished(() => rmSync(copy, { recursive: true }))
  return copy
}

test.each(Object.keys(vendoredModels) as ModelName[])('%s is the file it was made with', async (name) => {
  expect((await readModel(name)).length).toBeGreaterThan(500_000)
})

test('a file that was changed is refused, and it is said how to get it back', async () => {
  const copy = copyOfFolder()
  const { file } = vendoredModels.u2netp
  cpSync(path.join(folder, file), path.join(copy, file))
  await expect(readModel('u2netp', copy)).resolves.toBeDefined()
  writeFileSync(path.join(copy, file), 'changed')
  await expect(readModel('u2netp', copy)).rejects.toThrow(
    /u2netp\.onnx .* is not the one this version was made with: its SHA-256 begins with \w{12} instead of 309c8469258d\. .*git checkout/,
  )
})

test('a file that is missing is named', async () => {
  await expect(readModel('selfieMulticlass', copyOfFolder())).rejects.toThrow(
    /selfie_multiclass_fp16\.onnx can’t be read/,
  )
})

test('the same numbers in, the same numbers out', { timeout: 120_000 }, async () => {
  const data = Float32Array.from({ length: 256 * 256 * 3 }, (_, at) => (at % 251) / 251)
  const shape = [1, 256, 256, 3]
  const first = await runModel('selfieMulticlass', { data, shape })
  expect(first.shape).toEqual([1, 256, 256, 6])
  expect(first.data.every(Number.isFinite)).toBe(true)
  const second = await runModel('selfieMulticlass', { data, shape })
  expect(Buffer.from(second.data.buffer).equals(Buffer.from(first.data.buffer))).toBe(true)
})
