import { type Failure, failure } from './failure.ts'

/** Refuses what no reader could make something of, before its body is fetched: films, sounds, fonts, archives. */
export function wrongType(contentType: string | null): Failure | null {
  const type = (contentType ?? '').replace(/;.*/s, '').trim().toLowerCase()
  const what = nothingToRead.find(([pattern]) => pattern.test(type))?.[1]
  if (!what) return null
  return failure('wrong-type', `This is ${what} (${type}), not a page. Add it to an entry as a link.`)
}

const nothingToRead: [RegExp, string][] = [
  [/^video\//, 'a film'],
  [/^(?:audio\/|application\/ogg$)/, 'a sound recording'],
  [/^font\//, 'a font'],
  [/^application\/(?:zip|x-(?:tar|gtar|7z-compressed|rar-compressed|bzip2|xz)|vnd\.rar)$/, 'an archive'],
  [
    /^application\/(?:wasm|x-(?:msdownload|msdos-program|executable|apple-diskimage|iso9660-image)|vnd\.android\.package-archive|java-archive)$/,
    'a program',
  ],
]
