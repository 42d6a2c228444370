import { readFileSync } from 'node:fs'
import { readUnit, type Site } from './read-unit.ts'

/** The units of a fixture: a line `# site` begins another site, which every place shows where it stands in the file. */
export function readSites(file: string): readonly Site[] {
  let before = ''
  return readFileSync(file, 'utf8')
    .split(/^# site\n/m)
    .map((text, index) => {
      const unit = readUnit(file, index === 0 ? text : `${before.replace(/[^\n]/g, '')}\n${text}`)
      before += index === 0 ? text : `\n${text}`
      return { ...unit, name: `site ${index + 1}` }
    })
}
