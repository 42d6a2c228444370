import { setTimeout as sleep } from 'node:timers/promises'
import { openApi } from '../cluster-api/open-api.ts'
import { chooseCluster } from '../fleet/choose-cluster.ts'
import { judgeFleet } from '../fleet/judge-fleet.ts'
import { compareCheckout } from '../git/compare-checkout.ts'
import { findTip } from '../git/find-tip.ts'
import { loadFleet } from '../load/fleet/load-fleet.ts'
import { load } from '../load/load.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Environment } from '../model/environment.ts'
import { indexClusters } from '../model/find-cluster.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Verification } from '../model/verification.ts'
import { namePath } from '../path/name-path.ts'
import { render } from '../render/render.ts'
import { startProgress } from '../report/progress.ts'
import { tell } from '../report/tell.ts'
import { reportVerification, type VerificationFormat } from '../report/verification.ts'
import { reach } from '../verify/reach.ts'
import { rememberReads } from '../verify/remember-reads.ts'
import type { GitView, Scene } from '../verify/scene.ts'
import { verify as judge } from '../verify/verify.ts'

export interface VerifyArguments {
  readonly cluster: string
  readonly kubeconfig?: string
  readonly context?: string
  readonly write: boolean
  readonly intent: boolean
  readonly watch: boolean
  readonly format: VerificationFormat
}

const betweenLooksMs = 5_000

/**
 * A running cluster beside what Git says of it. With `watch` it looks again until all is right or the user interrupts; what
 * was interrupted before its end says nothing, so that it throws CannotFinish.
 */
export async function verify(
  options: VerifyArguments,
  environment: Environment,
  interruption: AbortSignal = new AbortController().signal,
): Promise<0 | 1> {
  const { fleet, cluster } = findCluster(options.cluster, environment)
  const api = await openApi({ files: options.kubeconfig, context: options.context, cwd: environment.cwd })
  await reach(api)
  while (true) {
    const scene = { fleet, cluster, api, interruption, ...(await readGit(cluster, environment)) }
    const exitCode = await look(scene, options, environment)
    if (interruption.aborted) throw new CannotFinish('interrupted: not all was looked at')
    if (exitCode === 0 || !options.watch) return exitCode
    environment.writeError(`looking again in ${betweenLooksMs / 1000} s (Ctrl-C ends)\n`)
    await sleep(betweenLooksMs, undefined, { signal: interruption }).catch(() => {})
    if (interruption.aborted) return exitCode
  }
}

/** Whatever is wrong with others: a cluster that is not read because of an error is not one that does not exist. */
function findCluster(name: string, environment: Environment): { readonly fleet: Fleet; readonly cluster: Cluster } {
  const { fleet, diagnostics } = loadFleet(environment.root)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 && !indexClusters(fleet.clusters)(name)) {
    tell(errors, environment)
    throw new CannotFinish(`cluster "${name}" cannot be looked at: not all of clusters/ can be read`)
  }
  return { fleet, cluster: chooseCluster(name, fleet) }
}

async function look(scene: Omit<Scene, 'read'>, options: VerifyArguments, environment: Environment): Promise<0 | 1> {
  const start = environment.elapsed()
  const progress = startProgress(environment)
  const { checks, diagnostics } = await judge(
    { ...scene, read: rememberReads(scene.api) },
    { ...options, step: progress.step('checks made') },
  ).finally(() => progress.end())
  const found = { checks, diagnostics: diagnostics.map(place(scene.cluster, environment)) }
  const { text, exitCode } = reportVerification({ ...describe(scene), ...found }, options.format, {
    hasColor: environment.hasColor,
    isWhole: true,
    durationMs: environment.elapsed() - start,
    nameOf: file => namePath(environment, file),
  })
  environment.write(text)
  return exitCode
}

/** Where a person can edit what a generated file says. */
function place({ folder }: Cluster, { root }: Environment): (diagnostic: Diagnostic) => Diagnostic {
  const { editableAt } = judgeFleet(root, [folder])
  return diagnostic => (diagnostic.source ? { ...diagnostic, source: editableAt(diagnostic.source) } : diagnostic)
}

function describe({
  cluster,
  api,
  git,
}: Omit<Scene, 'read'>): Pick<Verification, 'cluster' | 'context' | 'server' | 'revision'> {
  const { branch } = cluster.settings.repository
  const revision = git.tip && `${branch} at ${git.tip.commit.slice(0, 12)}`
  const { context, server } = api
  return { cluster: cluster.name, context, server, revision }
}

/** What Git says of a cluster: what is rendered for it, the objects of its engine, and the commit of its branch. */
async function readGit(cluster: Cluster, environment: Environment): Promise<Pick<Scene, 'resources' | 'sync' | 'git'>> {
  const { root } = environment
  const loaded = load([cluster.folder], environment)
  const rendered = render(loaded.kustomizations, { root, listOthers: () => [], step: () => {} })
  const unit = rendered.units.find(({ kind }) => kind === 'cluster')
  if (!rendered.isWhole || !unit)
    throw new CannotFinish(`${namePath(environment, cluster.folder)} does not render: npm run validate says why`)
  const sync = loaded.units.flatMap(({ resources }) => resources)
  return { resources: unit.resources, sync, git: await viewGit(cluster, root) }
}

/** The commit that the engine should be at, and whether what the cluster is made of here is that. */
async function viewGit({ name, settings }: Cluster, root: string): Promise<GitView> {
  const deployed = ['base', 'overlays', `clusters/${name}`]
  const tip = await findTip(root, settings.repository.url, settings.repository.branch)
  return { tip, checkout: tip && (await compareCheckout(root, tip.commit, deployed)) }
}
