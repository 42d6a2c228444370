import { type Fault, type FaultName, faults } from './fault.ts'

/** What tests say about calls that are to go wrong. */
export interface FaultPlan {
  /** The n-th call from now on (1 is the next one) goes wrong, once. Resolves when it has been made. */
  breakCall(n: number, fault: FaultName): Promise<void>
  /** Every call from now on goes wrong, until another fault or none is given. */
  breakAll(fault: FaultName | undefined): void
}

interface Planned {
  countdown: number
  readonly fault: Fault
  readonly made: () => void
}

export function planFaults(): FaultPlan & { take(): Fault | undefined } {
  let planned: Planned | undefined
  let lasting: Fault | undefined
  return {
    breakCall: (countdown, fault) =>
      new Promise(resolve => {
        planned = { countdown, fault: faults[fault], made: resolve }
      }),
    breakAll: fault => {
      lasting = fault && faults[fault]
    },
    take: () => {
      if (planned === undefined || --planned.countdown > 0) return lasting
      const { fault, made } = planned
      planned = undefined
      setImmediate(made)
      return fault
    },
  }
}
