import type { FigurePlace } from '../../domain/figure-watch.ts'
import { type ApartKind, askApart, isFailure } from '../apart.ts'
import type { Counts, FigureRead, FigureUnread } from './figure-read.ts'

export type ToReadFigure = { bytes: Uint8Array; place: FigurePlace; counts: Counts; charset?: string }

const apart: ApartKind = { file: new URL('./figure-worker.ts', import.meta.url), most: 2, idleMs: 10_000 }

/** What bytes tell of a figure, read in a thread apart: whoever wrote them may have made them so that reading never ends. */
export async function readFigureApart(asked: ToReadFigure): Promise<FigureRead | FigureUnread> {
  const read = await askApart<FigureRead | FigureUnread>(apart, asked, { ms: 5000, megabytes: 256 })
  return isFailure(read) ? { unread: 'too-heavy' } : read
}
