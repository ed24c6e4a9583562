import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/fields.tsx';
import { Icon } from '../controls/icons.tsx';
import { trusted } from '../on-page/trusted.ts';
import { CatalogueButton } from './catalogue-button.tsx';
import type { ImportPanelModel } from './model.ts';
import { choose as words } from './words.ts';

export interface ChooseProps {
  model: ImportPanelModel;
  /** The list that was pasted so far. */
  pasted: string;
  onPaste(text: string): void;
}

/** The first phase: a file dropped or picked, or a pasted list. */
export function Choose({ model, pasted, onPaste }: ChooseProps) {
  return (
    <>
      <p class="subtle">{words.intro}</p>
      <DropZone onFile={model.actions.readFile} />
      <div class="paste">
        <TextField
          label={words.paste}
          hint={words.pasteHint}
          placeholder={words.placeholder}
          code
          lines={8}
          value={pasted}
          data={{ 'data-testid': 'gate-import-text' }}
          onInput={onPaste}
        />
        <div class="actions">
          <Button
            data={{ 'data-testid': 'gate-import-parse' }}
            onPress={() => model.actions.readText(pasted)}
          >
            {words.check}
          </Button>
          <CatalogueButton onOpen={model.actions.openCatalogue} />
        </div>
      </div>
    </>
  );
}

/** Where a file is dropped; the picker inside it is an ordinary file input that the keyboard reaches. */
function DropZone({ onFile }: { onFile(file: File): void }) {
  const [over, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const [file, another] = files ?? [];
    setTooMany(another !== undefined);
    // Which of them is meant is not for us to guess.
    if (file && !another) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its equal for the keyboard in the input inside
    <div
      class={`drop-zone${over ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        if (event.isTrusted) take(event.dataTransfer?.files);
      }}
    >
      <Icon name="upload" />
      <p>
        {words.drop}{' '}
        <label class="file-picker">
          {words.pick}
          <input
            type="file"
            class="unseen"
            data-testid="gate-import-file"
            onChange={trusted<Event>((event) => {
              const input = event.target as HTMLInputElement;
              take(input.files);
              // The same file, corrected, can be chosen again.
              input.value = '';
            })}
          />
        </label>
      </p>
      <p class="hint">{words.formats}</p>
      {tooMany && (
        <p class="problem" role="alert" data-testid="gate-import-one-file">
          {words.oneFile}
        </p>
      )}
    </div>
  );
}
