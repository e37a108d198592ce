import type { Command } from './command.ts'
import type { Checked } from './doctor/checked.ts'
import { checkMachine } from './doctor/machine.ts'
import { checkMail } from './doctor/mail.ts'
import { checkSite, indexSite } from './doctor/site.ts'
import { UsageError } from './io.ts'
import { readOptions } from './options.ts'

export const doctor: Command = {
  summary: 'look whether all is well, and say what is not',
  help: `daylong doctor [--index]

Looks at the settings, the machine, the folder, the site and the way for mails, and changes nothing. Prints one JSON
line for each; the status is 1 where something is wrong. It may be called while the site runs.

  --index   makes the index of search anew before it looks
`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, { index: { type: 'boolean' } })
    if (positionals.length > 0) throw new UsageError(`doctor takes no names; “${positionals[0]}” came.`)
    const findings: Checked[] = []
    const tell = async (found: Checked[]) => {
      for (const finding of found) {
        findings.push(finding)
        await io.line(JSON.stringify(finding))
        io.say(`${signs[finding.state]} ${finding.says}\n`)
      }
    }
    try {
      const setUp = io.setUp()
      await tell(await checkMachine(setUp))
      if (values.index) await tell(await indexSite(setUp))
      await tell(await checkSite(setUp, io.now()))
      await tell(await checkMail(setUp))
    } catch (error) {
      await tell([
        { check: 'settings', state: 'wrong', says: error instanceof Error ? error.message : String(error) },
      ])
    }
    return findings.some(({ state }) => state === 'wrong') ? 1 : 0
  },
}

const signs = { fine: '  fine ', note: '  note ', wrong: '! wrong' }
