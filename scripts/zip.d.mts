export function zipOf(files: { name: string; bytes: Uint8Array }[]): Buffer;
