import 'server-only'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasEnded, jobSchema, type Job } from './job'
import { writeFileWhole } from './write-file-whole'

const keptForMs = 24 * 60 * 60 * 1000

/** Jobs as folders of files: `jobs/{id}/job.json` beside its input and output pictures. Held in memory as well. */
export class JobStore {
  private readonly jobs = new Map<string, Job>()
  private readonly jobsFolder: string
  private readonly uploadsFolder: string

  /** Reads what an earlier process left, after sweeping what is older than a day. */
  constructor(dataFolder: string, now: number = Date.now()) {
    this.jobsFolder = join(dataFolder, 'jobs')
    this.uploadsFolder = join(dataFolder, 'uploads')
    mkdirSync(this.jobsFolder, { recursive: true })
    mkdirSync(this.uploadsFolder, { recursive: true })
    for (const name of readdirSync(this.uploadsFolder)) {
      const path = join(this.uploadsFolder, name)
      if (statSync(path).mtimeMs < now - keptForMs) rmSync(path)
    }
    for (const id of readdirSync(this.jobsFolder)) {
      const job = this.read(id)
      // No readable job.json: the process died before the job was taken, so nobody was told of it.
      if (!job || job.createdAt < now - keptForMs)
        rmSync(join(this.jobsFolder, id), { recursive: true, force: true })
      else this.jobs.set(id, job)
    }
  }

  get(id: string): Job | undefined {
    return this.jobs.get(id)
  }

  unfinished(): Job[] {
    return [...this.jobs.values()].filter((job) => !hasEnded(job))
  }

  /** Stored when it returns. */
  put(job: Job): void {
    mkdirSync(this.folderOf(job.id), { recursive: true })
    writeFileWhole(join(this.folderOf(job.id), 'job.json'), JSON.stringify(job))
    this.jobs.set(job.id, job)
  }

  /** A change that a restart may forget. */
  note(job: Job): void {
    this.jobs.set(job.id, job)
  }

  remove(id: string): void {
    this.jobs.delete(id)
    rmSync(this.folderOf(id), { recursive: true, force: true })
  }

  putFile(id: string, name: string, content: Uint8Array): void {
    mkdirSync(this.folderOf(id), { recursive: true })
    writeFileWhole(join(this.folderOf(id), name), content)
  }

  readFile(id: string, name: string): Promise<Buffer> {
    return readFile(join(this.folderOf(id), name))
  }

  putUpload(name: string, content: Uint8Array): void {
    writeFileWhole(join(this.uploadsFolder, name), content)
  }

  /** Undefined if there is no such upload, or the name is not one that we give. */
  async readUpload(name: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f-]{36}\.[a-z]{3,4}$/.test(name)) return undefined
    return readFile(join(this.uploadsFolder, name)).catch(() => undefined)
  }

  private folderOf(id: string): string {
    return join(this.jobsFolder, id)
  }

  private read(id: string): Job | undefined {
    try {
      return jobSchema.parse(JSON.parse(readFileSync(join(this.folderOf(id), 'job.json'), 'utf8')))
    } catch {
      return undefined
    }
  }
}
