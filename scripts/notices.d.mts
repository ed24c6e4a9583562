export const NOTICES: string;
export function noticesText(): string;
