import { listZip, readZipEntry } from '../containers/index.js';
import type { FormatReader } from '../formats.js';
import { membersOf } from './members.js';

/** A folder under one name. Nothing is unpacked before it is asked for, and then only that one file. */
export const zipReader: FormatReader = {
  format: 'zip',
  extensions: ['zip'],
  async read(bytes) {
    const entries = await listZip(bytes);
    const files = entries.filter((entry) => !/[\\/]$/.test(entry.name));
    const members = membersOf(
      files.map((entry) => ({
        name: entry.name,
        size: entry.unpacked,
        read: () => readZipEntry(bytes, entry),
      })),
    );
    return { pages: [], members };
  },
};
