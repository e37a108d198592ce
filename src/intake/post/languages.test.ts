import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import { readPost } from './read-post.ts'

function read(name: string): Finding[] {
  const bytes = readFileSync(join(import.meta.dirname, 'fixtures', name))
  return [...readPost(bytes, {})].flatMap(line => ('finding' in line ? [line.finding] : []))
}

const said = (finding: Finding) =>
  [
    finding.kind,
    finding.title,
    finding.start,
    finding.status,
    finding.organisations?.map(one => one.name).join('; '),
  ]
    .filter(Boolean)
    .join(' | ')

test('Spanish: "aquí está", "organiza", labels, "ha publicado este video", cancelled', () => {
  expect(read('day.es.md').map(said)).toEqual([
    'statement | Comunicado por el Día Internacional de las Personas Migrantes | Red Jesuita con Migrantes',
    'event | Mujeres migrantes y cuidados | 2020-12-18T16:00:00-05:00[America/Bogota] | Plataforma de Derechos Humanos',
    'event | Fronteras cerradas | 2020-12-17T11:00:00-06:00[America/Mexico_City] | Centro Ejemplo',
    'video | Video – OIM | OIM',
    'event | Marcha en Madrid | 2020-12-18 | cancelled',
  ])
})

test('French in the block editor: hours under a day, struck out, embeds and tables', () => {
  expect(read('day.fr.html').map(said)).toEqual([
    'event | Contrôler les migrations pour le développement ? | 2020-12-18T10:00:00+01:00[Europe/Paris] | Coordination Exemple',
    'event | Migrations et résilience | 2020-12-18T14:30:00+01:00[Europe/Paris] | Forum Exemple',
    'event | Veillée aux flambeaux | 2020-12-18T18:00:00 | cancelled',
    'statement | Communiqué de la Ligue Exemple | Ligue Exemple',
    "event | Atelier sur le droit d'asile | 2020-12-19T09:00:00+01:00[Europe/Zurich]",
    'event | Projection du film « Passages » | 2020-12-20T17:00:00+01:00[Europe/Zurich]',
  ])
})

test('German plain text: lines count, "Wann/Was/Wo", put off', () => {
  expect(read('day.de.txt').map(said)).toEqual([
    'statement | Erklärung zum Internationalen Tag der Migrant*innen | Pro Beispiel',
    'event | Arbeitsmigration in der Pandemie | 2020-12-18T15:00:00+01:00[Europe/Berlin]',
    'event | Lesung „Über Grenzen“ | 2020-12-19T18:00:00+01:00[Europe/Berlin]',
    'event | Podiumsdiskussion | 2020-12-20T14:00:00 | postponed',
  ])
})

test('Arabic: right-to-left text keeps its words whole, verbs come first', () => {
  expect(read('day.ar.html').map(said)).toEqual([
    'statement | بيان بمناسبة اليوم الدولي للمهاجرين | الشبكة العربية للهجرة',
    'event | ندوة: العمال المهاجرون في زمن الجائحة | 2020-12-18T15:00:00+02:00[Africa/Cairo]',
    'video | فيديو – المنظمة الدولية | المنظمة الدولية',
  ])
})

test('Arabic: a sentence that says when something is held tells an event', () => {
  const post =
    '# يوم المهاجرين\n\nوسيعقد الملتقى الأول في القاهرة يوم 18 ديسمبر 2020 الساعة 15:00 بتوقيت القاهرة.\n'
  const lines = [...readPost(new TextEncoder().encode(post), { published: '2020-12-01' })]
  expect(lines.flatMap(line => ('finding' in line ? [line.finding] : []))).toMatchObject([
    { kind: 'event', start: '2020-12-18T15:00:00+02:00[Africa/Cairo]' },
  ])
})
