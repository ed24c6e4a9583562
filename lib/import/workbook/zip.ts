import { say } from '../../words/say.ts';

/** What one part of a workbook, and all parts together, may unpack to: a small file can hold gigabytes of nothing. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_PARTS = 5_000;

interface Part {
  method: number;
  packed: number;
  /** Where its local header starts. */
  at: number;
}

/** The parts of a zip file by their names, unpacked when they are asked for (PKWARE APPNOTE 4.3). */
export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #parts = new Map<string, Part>();
  #unpacked = 0;

  /** @throws Error with a sentence for the admin when this is no readable zip */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#parts.has(name.toLowerCase());
  }

  /** The text of a part; undefined when there is none of that name. */
  async text(name: string): Promise<string | undefined> {
    const part = this.#parts.get(name.toLowerCase());
    if (!part) return undefined;
    // The lengths of name and extra field in the local header may differ from the directory's.
    if (this.#u32(part.at) !== 0x04034b50) throw damaged();
    const start = part.at + 30 + this.#u16(part.at + 26) + this.#u16(part.at + 28);
    if (start + part.packed > this.#bytes.length) throw damaged();
    const packed = this.#bytes.subarray(start, start + part.packed);
    if (part.method === 0) return new TextDecoder().decode(packed);
    if (part.method !== 8) throw new Error(say('workbook_packing'));
    return await this.#inflate(packed);
  }

  async #inflate(packed: Uint8Array): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text + decoder.decode();
        this.#unpacked += value.length;
        if (this.#unpacked > MAX_UNPACKED) {
          throw new Error(say('workbook_tooLarge'));
        }
        text += decoder.decode(value, { stream: true });
      }
    } catch (error) {
      await reader.cancel().catch(() => undefined);
      throw error instanceof TypeError ? damaged() : error;
    }
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    const count = this.#u16(end + 10);
    let at = this.#u32(end + 16);
    const names = new TextDecoder();
    for (let i = 0; i < Math.min(count, MAX_PARTS); i++) {
      if (this.#u32(at) !== 0x02014b50) throw damaged();
      const nameLength = this.#u16(at + 28);
      const name = names.decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      if (this.#u16(at + 8) & 1) throw new Error(say('workbook_locked'));
      this.#parts.set(name.toLowerCase(), {
        method: this.#u16(at + 10),
        packed: this.#u32(at + 20),
        at: this.#u32(at + 42),
      });
      at += 46 + nameLength + this.#u16(at + 30) + this.#u16(at + 32);
    }
  }

  /** The end record stands last, before a comment of at most 65,535 bytes. */
  #findEnd(): number {
    for (let at = this.#bytes.length - 22; at >= Math.max(0, this.#bytes.length - 22 - 65_535); at--) {
      if (this.#bytes[at] === 0x50 && this.#u32(at) === 0x06054b50) return at;
    }
    throw damaged();
  }

  #u16(at: number): number {
    if (at + 2 > this.#bytes.length) throw damaged();
    return this.#view.getUint16(at, true);
  }

  #u32(at: number): number {
    if (at + 4 > this.#bytes.length) throw damaged();
    return this.#view.getUint32(at, true);
  }
}

const damaged = (): Error => new Error(say('workbook_damaged'));
