import type { TestProject } from 'vitest/node'
import { browserPath } from './browser/browser.ts'
import { startPostgres } from './postgres.ts'

/**
 * Prepares what many test files share: a browser, which two of them cannot install at once, and one PostgreSQL. Tests
 * that need it fail, with the reason, where it cannot start.
 */
export default async function setup(project: TestProject) {
  try {
    browserPath()
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
  }
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
