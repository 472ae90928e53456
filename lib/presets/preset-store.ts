import type { Preset, StoredPreset } from './preset'

/** Where presets are kept; no two have the same name (`presetKey`). */
export interface PresetStore {
  /** By name. */
  list(): Promise<StoredPreset[]>
  get(id: string): Promise<StoredPreset | undefined>
  /** @returns false if the name is taken */
  insert(preset: StoredPreset): Promise<boolean>
  /** @returns `name-taken` by another; `unknown` if there is none with this id */
  replace(id: string, preset: Preset, now: number): Promise<'replaced' | 'name-taken' | 'unknown'>
  /** @returns false if there was none */
  remove(id: string): Promise<boolean>
}
