import { expect, test } from 'vitest'
import { createFetch } from './fetch.ts'

/** What a name server says of the names below. */
const names: Record<string, string[]> = {
  'inner.example': ['10.1.2.3'],
  'several.example': ['192.168.0.1', 'fd00::1', '127.0.0.1'],
  'metadata.example': ['169.254.169.254'],
  'mapped.example': ['::ffff:10.0.0.1'],
  'zoned.example': ['fe80::1%eth0'],
  'nonsense.example': ['soup'],
  'empty.example': [],
  localhost: ['127.0.0.1'],
  intranet: ['8.8.8.8'],
  'printer.local': ['8.8.8.8'],
  'db.internal': ['8.8.8.8'],
  'a.localhost': ['8.8.8.8'],
  'router.home.arpa': ['8.8.8.8'],
  'public.example': ['8.8.8.8'],
}

async function resolve(name: string): Promise<string[]> {
  return names[name] ?? Promise.reject(Object.assign(new Error(name), { code: 'ENOTFOUND' }))
}

const addresses = [
  ['this machine', 'http://127.0.0.1/'],
  ['this machine, elsewhere in its range', 'http://127.255.255.254/'],
  ['this machine, short', 'http://127.1/'],
  ['this machine, decimal', 'http://2130706433/'],
  ['this machine, octal', 'http://0177.0.0.1/'],
  ['this machine, hexadecimal', 'http://0x7f000001/'],
  ['this machine, mixed', 'http://0x7f.0.0x0.1/'],
  ['this machine, with leading zeros', 'http://0177.0000.0000.0001/'],
  ['this machine, trailing dot', 'http://127.0.0.1./'],
  ['this machine, escaped', 'http://%31%32%37.0.0.1/'],
  ['this machine, circled digits', 'http://①②⑦.⓪.⓪.①/'],
  ['this machine, ideographic stops', 'http://127。0。0。1/'],
  ['this machine, other slashes', 'http:\\\\127.0.0.1\\'],
  ['this machine, broken by a tab', 'http://127.0.\t0.1/'],
  ['this machine, over https', 'https://127.0.0.1/'],
  ['this machine, as a calendar', 'webcal://127.0.0.1/a.ics'],
  ['this machine, by name', 'http://localhost/'],
  ['this machine, by name with a dot', 'http://localhost./'],
  ['this machine, by name in capitals', 'http://LOCALHOST/'],
  ['this machine, by a name below', 'http://a.localhost/'],
  ['any address of this machine', 'http://0.0.0.0/'],
  ['any address of this machine, short', 'http://0/'],
  ['this network', 'http://0.1.2.3/'],
  ['private, 10/8', 'http://10.0.0.1/'],
  ['private, 172.16/12', 'http://172.31.255.255/'],
  ['private, 192.168/16', 'http://192.168.1.1/'],
  ['carrier-grade NAT', 'http://100.64.0.1/'],
  ['link-local', 'http://169.254.1.1/'],
  ['metadata of a cloud', 'http://169.254.169.254/latest/meta-data/'],
  ['metadata of a cloud, decimal', 'http://2852039166/'],
  ['metadata of a cloud within CGNAT', 'http://100.100.100.200/'],
  ['metadata of a cloud on a public address', 'http://168.63.129.16/'],
  ['metadata of a cloud over IPv6', 'http://[fd00:ec2::254]/'],
  ['protocol assignments', 'http://192.0.0.1/'],
  ['documentation 1', 'http://192.0.2.1/'],
  ['documentation 2', 'http://198.51.100.1/'],
  ['documentation 3', 'http://203.0.113.1/'],
  ['benchmarks', 'http://198.18.0.1/'],
  ['6to4 relays', 'http://192.88.99.1/'],
  ['multicast', 'http://224.0.0.1/'],
  ['reserved', 'http://240.0.0.1/'],
  ['broadcast', 'http://255.255.255.255/'],
  ['IPv6 this machine', 'http://[::1]/'],
  ['IPv6 this machine, at length', 'http://[0:0:0:0:0:0:0:1]/'],
  ['IPv6 unspecified', 'http://[::]/'],
  ['IPv4 mapped', 'http://[::ffff:127.0.0.1]/'],
  ['IPv4 mapped, hexadecimal', 'http://[::ffff:7f00:1]/'],
  ['public IPv4 mapped', 'http://[::ffff:8.8.8.8]/'],
  ['IPv4 compatible', 'http://[::127.0.0.1]/'],
  ['IPv4 translated', 'http://[::ffff:0:127.0.0.1]/'],
  ['6to4', 'http://[2002:7f00:1::]/'],
  ['NAT64', 'http://[64:ff9b::7f00:1]/'],
  ['NAT64, local', 'http://[64:ff9b:1::a00:1]/'],
  ['Teredo', 'http://[2001:0:53aa:64c:0:0:80ff:fffe]/'],
  ['ISATAP', 'http://[2a00:1450::5efe:10.0.0.1]/'],
  ['unique local', 'http://[fc00::1]/'],
  ['IPv6 link-local', 'http://[fe80::1]/'],
  ['IPv6 link-local with a zone', 'http://[fe80::1%25eth0]/'],
  ['site-local', 'http://[fec0::1]/'],
  ['IPv6 multicast', 'http://[ff02::1]/'],
  ['IPv6 documentation', 'http://[2001:db8::1]/'],
  ['IPv6 documentation, newer', 'http://[3fff::1]/'],
  ['IPv6 discarded', 'http://[100::1]/'],
  ['IPv6 not given out', 'http://[4000::1]/'],
  ['segment routing', 'http://[5f00::1]/'],
  ['a name that leads inside', 'http://inner.example/'],
  ['a name that leads inside, trailing dot', 'http://inner.example./'],
  ['a name that leads inside, in capitals', 'https://INNER.EXAMPLE/'],
  ['a name with several addresses, all inside', 'http://several.example/'],
  ['a name that leads to metadata', 'http://metadata.example/'],
  ['a name that leads to a mapped address', 'http://mapped.example/'],
  ['a name that leads to a zone', 'http://zoned.example/'],
  ['a name that leads to no address', 'http://nonsense.example/'],
  ['a name with no addresses', 'http://empty.example/'],
  ['a name of the local network, wherever it leads', 'http://intranet/'],
  ['a name of mDNS, wherever it leads', 'http://printer.local/'],
  ['a name of a private zone, wherever it leads', 'http://db.internal/'],
  ['a name of a home, wherever it leads', 'http://router.home.arpa/'],
  ['a name of the local network that does not exist', 'http://no-such-machine/'],
  ['a password', 'http://user:secret@public.example/'],
  ['a user', 'http://user@public.example/'],
  ['a user that looks like a host', 'http://public.example@127.0.0.1/'],
  ['mail', 'http://public.example:25/'],
  ['secure shell', 'http://public.example:22/'],
  ['a database', 'http://public.example:5432/'],
  ['a store of keys', 'http://8.8.8.8:6379/'],
  ['port 0', 'http://public.example:0/'],
  ['files', 'file:///etc/passwd'],
  ['another protocol', 'gopher://public.example:70/_'],
  ['data', 'data:text/html,hello'],
  ['script', 'javascript:alert(1)'],
  ['FTP', 'ftp://public.example/'],
  ['a source of its own', 'blob:http://public.example/1'],
  ['a view of the source', 'view-source:http://public.example/'],
  ['no host', 'http://'],
  ['no host but dots', 'http://./'],
  ['no address', 'soup'],
  ['nothing', ''],
  ['an endless address', `http://public.example/${'a'.repeat(5000)}`],
] as const

test('the table is long', () => {
  expect(new Set(addresses.map(([, address]) => address)).size).toBeGreaterThanOrEqual(50)
})

test.each(addresses)('%s is refused: %s', async (_what, address) => {
  const fetch = createFetch({ baseUrl: 'https://day.example', resolve, now: Date.now })
  expect(await fetch(address)).toEqual({
    ok: false,
    code: expect.stringMatching(/^address-(?:refused|invalid)$/),
    says: expect.stringMatching(/^\S.*\.$/s),
  })
})

test('even where private networks are allowed, metadata services are not', async () => {
  const fetch = createFetch({ baseUrl: 'https://day.example', resolve, exempt: true, now: Date.now })
  for (const address of [
    'http://169.254.169.254/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://metadata.example/',
  ])
    expect(await fetch(address)).toMatchObject({ code: 'address-refused' })
})
