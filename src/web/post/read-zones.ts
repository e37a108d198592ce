import { canonicalZone } from '../../time/zones.ts'

/** Names of zones with commas between them; at most ten. */
export function readZones(typed: string): { named: string[]; unknown: string[] } {
  const names = typed.split(/[,;\n]/).flatMap(name => name.trim() || [])
  const zones = names.slice(0, 10).map(name => ({ name, zone: canonicalZone(name) }))
  return {
    named: [...new Set(zones.flatMap(({ zone }) => zone ?? []))],
    unknown: zones.flatMap(({ name, zone }) => (zone ? [] : [name.slice(0, 60)])),
  }
}
