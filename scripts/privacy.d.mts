export const PRIVACY: string;
/** The privacy statement, with one section for each kind of data. */
export function privacyText(): string;
