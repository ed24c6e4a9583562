export const PRIVACY: string;
/** The privacy statement, with one item for each kind of data. */
export function privacyText(): string;
