import { PermanentError } from '../../../domain/index.js';
import type { Member } from '../formats.js';
import { createDistinctPaths, inNaturalOrder, isLitter, showPath } from './entry-names.js';

/**
 * The files of an archive as members: paths that can be shown and are all different, in natural order, without
 * what systems leave behind.
 *
 * @throws {PermanentError} `extraction.empty_file` where nothing is left.
 */
export function membersOf(files: readonly Member[]): Member[] {
  const distinct = createDistinctPaths();
  const shown = files
    .map((file, i) => ({ ...file, name: showPath(file.name) || `文件${i + 1}` }))
    .filter((file) => !isLitter(file.name));
  if (shown.length === 0) throw new PermanentError('extraction.empty_file');
  // The sort keeps the order of equals: of two files of one name the archive says which is the second.
  return inNaturalOrder(shown, (file) => file.name).map((file) => ({ ...file, name: distinct(file.name) }));
}
