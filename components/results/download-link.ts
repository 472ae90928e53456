import type { Asset } from '@/lib/assets/asset'
import { assetUrl } from '@/lib/assets/asset-urls'

/** What makes a link save a stored picture under this name. */
export function downloadLink({ id }: Pick<Asset, 'id'>, name: string): { href: string; download: string } {
  return { href: `${assetUrl(id)}?name=${encodeURIComponent(name)}`, download: name }
}

/** The name of the model's own answer beside the result made of it: "flux-dev-a-red-door-own-answer.png". */
export function rawName(name: string): string {
  return name.replace(/(\.[^.]+)$/, '-own-answer$1')
}
