import { ownPath, paths } from '../paths.ts'

/** Where somebody came from; the desk, where it is not a page of ours. */
export function backTo(told: string | undefined): string {
  return ownPath(told) ?? paths.desk()
}
