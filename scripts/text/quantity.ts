const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const decimal = ['', 'k', 'M', 'G', 'T', 'P', 'E']

/** A quantity of Kubernetes (`10Gi`, `500m`, `1e3`) as a number; NaN where it is none (apimachinery, pkg/api/resource). */
export function parseQuantity(quantity: unknown): number {
  const [, number = '', suffix = ''] =
    /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(String(quantity)) ?? []
  return number === '' ? Number.NaN : Number(number) * factorOf(suffix)
}

function factorOf(suffix: string): number {
  if (binary.includes(suffix)) return 1024 ** binary.indexOf(suffix)
  if (decimal.includes(suffix)) return 1000 ** decimal.indexOf(suffix)
  const fraction = ['m', 'u', 'n'].indexOf(suffix)
  return fraction < 0 ? Number.NaN : 1000 ** -(fraction + 1)
}
