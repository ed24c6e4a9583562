/** Hands a file to the browser's own download, without a permission. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content by the next turn; a minute is generous.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
