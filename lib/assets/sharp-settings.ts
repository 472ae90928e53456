import 'server-only'
import sharp from 'sharp'

/**
 * The one place where sharp is set up; this folder imports it from here.
 * No cache: every picture is decoded once and then served from storage. One thread for each picture: several
 * pictures are worked on side by side instead, as many as `withDecodeSlot` lets in.
 */
sharp.cache(false)
sharp.concurrency(1)

export { sharp }
