import { crc32, deflateRawSync } from 'node:zlib';

/**
 * A zip whose bytes depend on names and contents alone: sorted, one time stamp for all, no owners and modes. Names are
 * ASCII and contents below 4 GB, which holds for an extension.
 *
 * @param {{ name: string, bytes: Uint8Array }[]} files
 * @returns {Buffer}
 */
export function zipOf(files) {
  const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of sorted) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name, 'ascii');
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0); // version needed
    shared.writeUInt16LE(8, 4); // deflate
    shared.writeUInt16LE(0x0021, 8); // 1 January 1980, the earliest day a zip knows
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, place, title);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
