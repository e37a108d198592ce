import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { asTakenByPhone, bomb, drawing, png } from '../../test/pictures.ts'
import { stores } from '../../test/stores.ts'
import { readPictureBytes } from '../storage/pictures.ts'
import { addPicture } from './add-picture.ts'

const told = { by: 'Ada', at: 5000 }
const problem = async (bytes: Uint8Array) => {
  const store = await stores[0]!.empty()
  const refused = await addPicture(store, bytes, told).then(
    () => 'taken',
    error => error.key ?? error,
  )
  const { rows } = { rows: await store.db.selectFrom('pictures').selectAll().execute() }
  return rows.length === 0 ? refused : 'taken'
}

describe.each(stores)('a picture in $name', ({ empty }) => {
  test('is kept upright, no larger than a page needs, in three widths', async () => {
    const store = await empty()
    const picture = await addPicture(store, await asTakenByPhone(2400, 1200), told)
    expect(picture).toEqual({ id: expect.any(String), width: 800, height: 1600 })
    const sizes = await store.db.selectFrom('picture_sizes').select(['width']).orderBy('width').execute()
    expect(sizes).toEqual([{ width: 400 }, { width: 800 }])
    const whole = (await readPictureBytes(store, picture.id))!
    const { format, width, height } = await sharp(whole).metadata()
    expect({ format, width, height }).toEqual({ format: 'webp', width: 800, height: 1600 })
    // The spot that was at the right is at the bottom once it stands upright.
    const { data } = await sharp(whole)
      .extract({ left: 400, top: 1500, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...data].map(value => value > 128)).toEqual([true, false, false])
    const row = await store.db.selectFrom('pictures').selectAll().executeTakeFirstOrThrow()
    expect(row).toEqual({
      ...picture,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      created_at: 5000,
      by: 'Ada',
    })
  })

  test('tells neither where it was taken nor with what', async () => {
    const store = await empty()
    const given = await asTakenByPhone(1000, 800)
    expect(tells(given)).toEqual(['Exif', 'Telltale', 'Lovelace', 'Secret words', 'xmpmeta', 'ICC_PROFILE'])
    const { id } = await addPicture(store, given, told)
    for (const width of [undefined, 400, 800]) {
      const kept = (await readPictureBytes(store, id, width))!
      expect(tells(kept)).toEqual([])
      const { exif, xmp, iptc, icc, orientation } = await sharp(kept).metadata()
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
    }
  })

  test('is kept once, however often it comes', async () => {
    const store = await empty()
    const bytes = await drawing(300, 200).png().toBuffer()
    const [first, second] = await Promise.all([
      addPicture(store, bytes, told),
      addPicture(store, bytes, told),
    ])
    expect(second).toEqual(first)
    expect(await addPicture(store, bytes, { by: 'Grace', at: 6000 })).toEqual(first)
    expect(await store.db.selectFrom('pictures').select(['id', 'by']).execute()).toEqual([
      { id: first.id, by: 'Ada' },
    ])
    expect(await store.db.selectFrom('picture_sizes').select('width').execute()).toEqual([{ width: 300 }])
  })
})

describe('a picture is taken', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'that is %s, whatever it is called',
    async kind => {
      expect(await problem(await drawing(64, 48).toFormat(kind).toBuffer())).toBe('taken')
    },
  )

  test('that is as long as it is thin', async () => {
    expect(await problem(await drawing(4000, 2).png().toBuffer())).toBe('taken')
  })
})

describe('no picture is', () => {
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0heicmif1'),
    Buffer.alloc(200),
  ])
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'

  test.each([
    ['nothing', Buffer.alloc(0), 'picture-broken'],
    ['a page', Buffer.from('<!doctype html><title>Hello</title><script>alert(1)</script>'), 'picture-kind'],
    ['a drawing that can run scripts and ask for files', Buffer.from(svg), 'picture-kind'],
    ['a drawing that calls itself XML', Buffer.from(`<?xml version="1.0"?>${svg}`), 'picture-kind'],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'picture-kind'],
    ['a TIFF', Buffer.from('49492a0008000000', 'hex'), 'picture-kind'],
    ['what only begins as a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture-broken'],
    ['a picture in the phones’ own kind', heic, 'picture-heic'],
    ['more than 20 MB', Buffer.alloc(20_000_001), 'picture-large'],
    ['a small file that unpacks to 400 million pixels', bomb(20_000, 20_000), 'picture-pixels'],
    ['a picture that says it is 65,535 wide and high', gif(65_535, 65_535), 'picture-pixels'],
  ])('%s', async (_, bytes, key) => {
    expect(await problem(bytes)).toBe(key)
  })

  test('an AVIF of more than 16 million pixels', async () => {
    const bytes = await drawing(4100, 4000).avif({ effort: 0, quality: 1 }).toBuffer()
    expect(await problem(bytes)).toBe('picture-avif')
  })

  test('half of one', async () => {
    const whole = await drawing(1600, 900).jpeg().toBuffer()
    expect(await problem(whole.subarray(0, whole.length / 2))).toBe('picture-broken')
  })
})

test('what hides behind a picture, or in it, does not come along', async () => {
  const [store] = [await stores[0]!.empty()]
  const script = '<script>alert(document.domain)</script>'
  const hidden = Buffer.concat([await drawing(64, 48).gif().toBuffer(), Buffer.from(`*/=1;${script}`)])
  const inComment = png(8, 8, [
    ['tEXt', Buffer.from(`Comment\0${script}`)],
    ['IDAT', Buffer.from('789c63600003000010000100', 'hex')],
  ])
  for (const bytes of [hidden, inComment, await withXmp(script)]) {
    const taken = await addPicture(store, bytes, told).catch(({ key }) => key)
    if (typeof taken === 'string') expect(taken).toBe('picture-broken')
    else expect(Buffer.from((await readPictureBytes(store, taken.id))!).includes('script')).toBe(false)
  }
})

function tells(bytes: Uint8Array): string[] {
  const words = ['Exif', 'Telltale', 'Lovelace', 'Secret words', 'xmpmeta', 'ICC_PROFILE']
  return words.filter(word => Buffer.from(bytes).includes(word))
}

function withXmp(words: string): Promise<Buffer> {
  return drawing(64, 48).withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${words}</x:xmpmeta>`).webp().toBuffer()
}

function gif(width: number, height: number): Buffer {
  const head = Buffer.from(
    'GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\0\0\0\0\0\x02\x02D\x01\0;',
    'latin1',
  )
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  head.writeUInt16LE(width, 24)
  head.writeUInt16LE(height, 26)
  return head
}
