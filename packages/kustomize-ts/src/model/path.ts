/** Map keys and list indexes from the root of a resource. */
export type Path = readonly (string | number)[]
