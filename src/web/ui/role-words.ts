import type { Role } from '../../domain/curator.ts'
import type { Say } from '../words.ts'

/** “Editor of Migrants Day”, “Owner of the site”. @param series title; null is the whole site */
export function sayRole(say: Say, role: Role, series: string | null): string {
  return series === null ? say(`role.${role}`) : say(`role.${role}.of`, { series })
}
