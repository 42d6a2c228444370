import { parseArgs } from 'node:util'
import type { BuildOptions } from '../build/build.ts'

export interface BuildCommand {
  readonly command: 'build'
  readonly directory: string
  readonly options: BuildOptions
  /** A file for the output, instead of standard output. */
  readonly output?: string
}

export type ParsedArguments = BuildCommand | { readonly command: 'help' } | { readonly fault: string }

export const usage = `Usage: kustomize-ts build [DIR] [options]

Prints the resources of the kustomization in DIR (default: the working directory).

Options:
  --load-restrictor VALUE   LoadRestrictionsRootOnly (default) or LoadRestrictionsNone
  --reorder VALUE           legacy (default, by kind) or none, where the root has no sortOptions
  --enable-managedby-label  label every resource with app.kubernetes.io/managed-by
  --engine VALUE            kustomize (default) or flux: whose defaults count
  -o, --output FILE         write to FILE instead of standard output
  -h, --help

Examples:
  kustomize-ts build overlays/production
  kustomize-ts build --engine flux clusters/tokyo -o tokyo.yaml
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
  help: { type: 'boolean', short: 'h' },
} as const

/** The command that the arguments ask for, or what is wrong with them. */
export function parseArguments(args: readonly string[]): ParsedArguments {
  const stranger = args.map(arg => /^--([^=]+)/.exec(arg)?.[1] ?? '').find(name => refused.includes(name))
  if (stranger !== undefined) return { fault: `kustomize-ts does not support --${stranger}: build with kustomize` }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true })
    const [command, directory = '.', ...rest] = positionals
    if (values.help === true || command === undefined || command === 'help') return { command: 'help' }
    if (command !== 'build') return { fault: `there is no command "${command}"; the only one is build` }
    if (rest.length > 0) return { fault: `specify one folder, not ${rest.length + 1}` }
    return checkChoices(values) ?? toCommand(directory, values)
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
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

function toCommand(directory: string, values: Values): BuildCommand {
  const options: BuildOptions = {
    ...(values.engine === undefined ? {} : { engine: values.engine as 'kustomize' | 'flux' }),
    ...(values.reorder === undefined ? {} : { reorder: values.reorder as 'legacy' | 'none' }),
    ...(values['load-restrictor'] === undefined
      ? {}
      : { loadRestrictor: values['load-restrictor'] as (typeof choices)['load-restrictor'][number] }),
    ...(values['enable-managedby-label'] === true ? { managedByLabel: true } : {}),
  }
  return { command: 'build', directory, options, ...(values.output === undefined ? {} : { output: values.output }) }
}
