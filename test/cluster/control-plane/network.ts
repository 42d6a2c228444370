/** Addresses that nobody routes: pods and Services exist in the API only. */
export const network = { services: '10.96.0.0/16', firstService: '10.96.0.1', pods: '10.244.0.0/16' } as const
