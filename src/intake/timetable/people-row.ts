import { looksLikeName } from '../post/parties/parties.ts'
import type { Cell } from './grid.ts'

/** Whether nothing but people stands in these cells: who speaks, below what it is about. */
export function holdPeople(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every(({ words }) => words.lines.every(isPeople))
}

/** "Ann Lee, Bob Ray"; "Speaker: …" */
export function isPeople(line: string): boolean {
  if (labelled.test(line)) return true
  if (line.length > 300) return false
  const names = line.split(/\s*[,;/&]\s*|\s(?:and|und|et|y|e|dan)\s/).filter(Boolean)
  return names.length > 0 && names.every(looksLikeName)
}

const labelled =
  /^(?:speakers?|presenters?|chair(?:ed by)?|moderat(?:or|ion|ed by)|facilitators?|panell?ists?|ponentes?|modera|oradores?|intervenants?|animé par|referent(?:in|en)?|relatori|palestrantes?|pembicara)\s*:/i
