import { becomeOwner } from '@/lib/db/owner-lock'

/** A process of its own for tests: says "waiting" and "owner" on its standard output, and holds the lock for life. */
const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to own.')
setInterval(() => {}, 60_000)
await becomeOwner(folder, new AbortController().signal, () => console.log('waiting'))
console.log('owner')
