/** Says a sentence to assistive technology when it changes, after whatever is being said. */
export function LiveRegion({ text }: { text: string }) {
  return (
    <div class="unseen" role="status">
      {text}
    </div>
  );
}
