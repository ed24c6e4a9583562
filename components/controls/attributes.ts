/** The test id and data attributes that a control is to carry on its root (contract). Undefined leaves one out. */
export type DataAttributes = Partial<Record<`data-${string}`, string | number | undefined>>;
