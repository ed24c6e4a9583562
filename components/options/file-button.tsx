import { useState } from 'preact/hooks';
import type { DataAttributes } from '../controls/attributes.ts';
import { Icon } from '../controls/icons.tsx';
import { trusted } from '../on-page/trusted.ts';

export interface FileButtonProps {
  label: string;
  /** As the input's attribute. */
  accept: string;
  disabled?: boolean;
  data?: DataAttributes;
  onFile(file: File): void;
}

/** The browser's own file input as a button, on which a file may be dropped as well. */
export function FileButton({ label, accept, disabled = false, data, onFile }: FileButtonProps) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file && !disabled) onFile(file);
  };
  return (
    <label
      class={`button is-default file-button${over ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.isTrusted) take(event.dataTransfer?.files);
      }}
    >
      <Icon name="upload" />
      <span>{label}</span>
      <input
        type="file"
        class="unseen"
        accept={accept}
        disabled={disabled}
        {...data}
        onChange={trusted<Event>((event) => {
          const input = event.target as HTMLInputElement;
          take(input.files);
          // The same file can be chosen again.
          input.value = '';
        })}
      />
    </label>
  );
}
