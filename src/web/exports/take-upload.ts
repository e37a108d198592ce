import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { Refusal } from '../../domain/refusal.ts'
import { mostArchiveFiles, takeArchiveFile } from '../../services/archive/open-archive.ts'
import type { Store } from '../../storage/store.ts'

/**
 * Keeps the files of a form as they come in, so that nothing larger than a megabyte is held. The fields of the form that
 * stand before them are returned.
 *
 * @throws Refusal when there is no file, or one too many, or too large
 */
export async function takeUpload(
  store: Store,
  archiveId: string,
  request: Request,
): Promise<Record<string, string>> {
  const type = request.headers.get('content-type') ?? ''
  if (!request.body || !/^multipart\/form-data/i.test(type)) throw noFile()
  const fields: Record<string, string> = {}
  let files = 0
  let taking: Promise<unknown> = Promise.resolve()
  let fault: unknown = null
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { fields: 20, fieldSize: 10_000, files: mostArchiveFiles + 1, parts: 100, headerPairs: 100 },
  })
  form.on('field', (name: string, value: string) => {
    fields[name] = value
  })
  form.on('file', (_: string, bytes: Readable, name: string | undefined) => {
    // A form without a choice sends one file that has no name.
    if (!name || files >= mostArchiveFiles || fault) {
      bytes.resume()
      return
    }
    const number = files++
    taking = taking
      .then(() => takeArchiveFile(store, archiveId, { number, name, bytes }))
      .catch(error => {
        fault ??= error
        bytes.resume()
      })
  })
  await pipeline(Readable.fromWeb(request.body as unknown as NodeStream), form)
  await taking
  if (fault) throw fault
  if (files === 0) throw noFile()
  return fields
}

function noFile(): Refusal {
  return new Refusal('export-no-file', {}, 'There is no file to read.')
}
