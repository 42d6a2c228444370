import { parseArgs } from 'node:util'
import type { BuildOptions } from '../build/build.ts'
import type { FieldQuestion } from './explain-field.ts'

export interface BuildCommand {
  readonly command: 'build'
  readonly directory: string
  readonly options: BuildOptions
  /** A file, or a folder that is there, for the output, instead of standard output. */
  readonly output?: string
  /** Print why a field has its value, instead of the resources. */
  readonly explain?: FieldQuestion
}

/** Many builds, one for each line of standard input. */
export interface BatchCommand {
  readonly command: 'batch'
  readonly options: BuildOptions
}

export type ParsedArguments = BuildCommand | BatchCommand | { readonly command: 'help' } | { readonly fault: string }

export const usage = `Usage: kustomize-ts build [DIR] [options]
       kustomize-ts build --batch [options]

Prints the resources of the kustomization in DIR (default: the working directory).

Options:
  --load-restrictor VALUE   LoadRestrictionsRootOnly (default) or LoadRestrictionsNone
  --reorder VALUE           legacy (default, by kind) or none, where the root has no sortOptions
  --enable-managedby-label  label every resource with app.kubernetes.io/managed-by
  --engine VALUE            kustomize (default) or flux: whose defaults count
  -o, --output PATH         write to the file PATH instead of standard output; in a folder, a file a resource
  --explain RESOURCE FIELD  print the lines that have set a field, the last one first; RESOURCE is Kind/name or
                            namespace/Kind/name, FIELD a path as replacements write it
  --batch                   build every folder that a line of standard input names (DIR, or DIR<TAB>LOAD-RESTRICTOR),
                            and answer each with a line of JSON: {"dir", "sha256"} of what a build prints, or
                            {"dir", "error"}
  -h, --help

Examples:
  kustomize-ts build overlays/production
  kustomize-ts build --engine flux clusters/tokyo -o tokyo.yaml
  kustomize-ts build overlays/production --explain Deployment/web 'spec.template.spec.containers.[name=web].image'
`

/** Flags of kustomize that need Helm, containers, plugins or a network, which kustomize-ts does without. */
const refused = [
  ...[
    'as-current-user',
    'enable-alpha-plugins',
    'enable-exec',
    'enable-helm',
    'enable-star',
    'env',
    'mount',
    'network',
  ],
  ...['network-name', 'helm-command', 'helm-api-versions', 'helm-kube-version', 'helm-debug', 'stack-trace'],
]

const flags = {
  'load-restrictor': { type: 'string' },
  reorder: { type: 'string' },
  'enable-managedby-label': { type: 'boolean' },
  engine: { type: 'string' },
  output: { type: 'string', short: 'o' },
  explain: { type: 'string' },
  batch: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The command that the arguments ask for, or what is wrong with them. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const stranger = args.find(arg => refused.includes(/^--([^=]+)/.exec(arg)?.[1] ?? '') || /^-e/.test(arg))
  if (stranger !== undefined) {
    return { fault: `kustomize-ts does not support ${stranger.replace(/=.*/, '')}: build with kustomize` }
  }
  try {
    const given = args.flatMap(expandSwitch)
    const { values, positionals } = parseArgs({ args: given, options: flags, allowPositionals: true })
    const [command, ...rest] = positionals
    if (values.help === true || command === undefined || command === 'help') return { command: 'help' }
    if (command !== 'build') return { fault: `there is no command "${command}"; the only one is build` }
    return checkChoices(values) ?? (values.batch === true ? toBatch(rest, values) : toBuild(rest, values))
  } catch (error) {
    return { fault: error instanceof Error ? error.message.replace(/\. To specify .*/s, '') : String(error) }
  }
}

/** Go's flags take a value for a switch behind an equals sign, Node's do not. */
function expandSwitch(arg: string): readonly string[] {
  const [flag, value] = /^(--enable-managedby-label)=(.*)$/.exec(arg)?.slice(1) ?? []
  if (flag === undefined || value === undefined) return [arg]
  if (/^(1|t|T|TRUE|true|True)$/.test(value)) return [flag]
  if (/^(0|f|F|FALSE|false|False)$/.test(value)) return []
  throw new Error(`${flag} is "${value}", not true or false`)
}

type Values = ReturnType<typeof parseArgs<{ options: typeof flags }>>['values']

const choices = {
  'load-restrictor': ['LoadRestrictionsRootOnly', 'LoadRestrictionsNone'],
  reorder: ['legacy', 'none'],
  engine: ['kustomize', 'flux'],
} as const

function checkChoices(values: Values): { readonly fault: string } | undefined {
  for (const [flag, allowed] of Object.entries(choices)) {
    const value = values[flag as keyof typeof choices]
    if (value !== undefined && !(allowed as readonly string[]).includes(value)) {
      return { fault: `--${flag} is "${value}", not ${allowed.join(' or ')}` }
    }
  }
  return undefined
}

function toBatch(rest: readonly string[], values: Values): ParsedArguments {
  if (rest.length > 0) return { fault: `--batch reads folders from standard input, and takes none here ("${rest[0]}")` }
  const other = (['output', 'explain'] as const).find(flag => values[flag] !== undefined)
  if (other !== undefined) return { fault: `--batch cannot be combined with --${other}` }
  return { command: 'batch', options: toOptions(values) }
}

/** What stands behind the command: the folder, and with `--explain RESOURCE` the field. */
function toBuild(rest: readonly string[], values: Values): ParsedArguments {
  const { explain: resource, output } = values
  const field = resource === undefined ? undefined : rest.at(-1)
  const [directory = '.', ...more] = field === undefined ? rest : rest.slice(0, -1)
  if (more.length > 0) return { fault: `specify one folder, not ${more.length + 1}` }
  const build = { command: 'build', directory, options: toOptions(values) } as const
  if (resource === undefined) return { ...build, ...(output === undefined ? {} : { output }) }
  if (field === undefined)
    return { fault: '--explain takes a resource and a field, such as Deployment/web spec.replicas' }
  if (output !== undefined) return { fault: '--explain cannot be combined with --output' }
  return { ...build, explain: { resource, field } }
}

function toOptions(values: Values): BuildOptions {
  return {
    ...(values.engine === undefined ? {} : { engine: values.engine as 'kustomize' | 'flux' }),
    ...(values.reorder === undefined ? {} : { reorder: values.reorder as 'legacy' | 'none' }),
    ...(values['load-restrictor'] === undefined
      ? {}
      : { loadRestrictor: values['load-restrictor'] as (typeof choices)['load-restrictor'][number] }),
    ...(values['enable-managedby-label'] === true ? { managedByLabel: true } : {}),
  }
}
