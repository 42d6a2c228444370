import { type Fault, type FaultName, faults } from './fault.ts'

/** What tests say about calls that are to go wrong. */
export interface FaultPlan {
  /** The n-th call from now on (1 is the next one) goes wrong, once. */
  breakCall(n: number, fault: FaultName): void
  /** Every call from now on goes wrong, until another fault or none is given. */
  breakAll(fault: FaultName | undefined): void
}

export function planFaults(): FaultPlan & { take(): Fault | undefined } {
  let planned: { countdown: number; readonly fault: Fault } | undefined
  let lasting: Fault | undefined
  return {
    breakCall: (countdown, fault) => {
      planned = { countdown, fault: faults[fault] }
    },
    breakAll: fault => {
      lasting = fault && faults[fault]
    },
    take: () => {
      if (planned === undefined || --planned.countdown > 0) return lasting
      const { fault } = planned
      planned = undefined
      return fault
    },
  }
}
