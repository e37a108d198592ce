import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { sampleFiles } from '../../../test/samples.ts'
import { readPost } from './read-post.ts'

const files = sampleFiles(['blog'], /\.txt$/)

test.skipIf(files.length === 0)('each sample is read within two seconds, and no entry lacks a title', () => {
  for (const file of files) {
    const began = process.cpuUsage()
    const lines = [...readPost(readFileSync(file), {})]
    expect(process.cpuUsage(began).user / 1e6, basename(file)).toBeLessThan(2)
    expect('programme' in lines[0]!, basename(file)).toBe(true)
    for (const line of lines)
      if ('finding' in line) expect(line.finding.title.trim(), basename(file)).not.toBe('')
  }
})
