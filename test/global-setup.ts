import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

/** Prepares what many test files share: one PostgreSQL. Tests that need it fail, with the reason, where it cannot start. */
export default async function setup(project: TestProject) {
  try {
    const postgres = await startPostgres()
    project.provide('postgres', { url: postgres.url })
    return postgres.stop
  } catch (error) {
    project.provide('postgres', { error: error instanceof Error ? error.message : String(error) })
    return undefined
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string } | { error: string }
  }
}
