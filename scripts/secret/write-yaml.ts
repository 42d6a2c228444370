import { stringify } from 'yaml'

/** YAML 1.1 quotes what sops, kubeseal and the API server would otherwise take for a time or a number. */
export function writeYaml(header: string, value: object): string {
  const comment = header
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('')
  return comment + stringify(value, { version: '1.1', lineWidth: 0 })
}
