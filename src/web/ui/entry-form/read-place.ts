import { clean } from '../../../domain/content.ts'
import type { Place } from '../../../domain/entry.ts'
import type { FormContext, Problem } from './form-state.ts'
import { longestLine, tooLong } from './lengths.ts'
import { codeOfCountry } from './names-typed.ts'
import type { Typed } from './typed.ts'

type Wrong = (field: string, key: Problem['key'], values?: Problem['values']) => void

/** Where it takes place. A country is kept by its code, where there is one of that name. */
export function readPlace(typed: Typed, { locale }: FormContext, wrong: Wrong): Place | null {
  const [name, address, country] = ['name', 'address', 'country'].map(field => {
    const told = clean(typed.get(`place.${field}`) ?? '')
    if (told.length > longestLine) wrong(`place.${field}`, ...tooLong(longestLine))
    return told || null
  }) as [string | null, string | null, string | null]
  const lat = degrees('place.lat', 90)
  const lon = degrees('place.lon', 180)
  if (isEmpty('place.lat') !== isEmpty('place.lon'))
    wrong(isEmpty('place.lat') ? 'place.lat' : 'place.lon', 'form.wrong.coordinates')
  const code = country && codeOfCountry(country, locale)
  const place = { name, address, country: code ?? country, lat, lon }
  return Object.values(place).every(part => part === null) ? null : place

  function isEmpty(field: string): boolean {
    return (typed.get(field) ?? '').trim() === ''
  }

  function degrees(field: string, most: number): number | null {
    const told = (typed.get(field) ?? '').trim().replace('−', '-').replace(',', '.')
    if (told === '') return null
    const number = /^[+-]?\d{1,3}(?:\.\d+)?(?:e-\d+)?$/.test(told) ? Number(told) : Number.NaN
    if (Math.abs(number) <= most) return number
    wrong(field, 'form.wrong.degrees', { most })
    return null
  }
}
