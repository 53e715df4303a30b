/** What one file may cost. A file beyond a limit is refused with a remedy instead of taking the worker down. */

/** PDF readers hold a file two or three times in memory; a worker has to stay below 700 MB. */
export const MAX_FILE_BYTES = 120 * 1024 * 1024;

/** A plain-text file of this size is some five million characters: no letter, a dump. */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/** The thickest case files bound into one scan have a few hundred pages. */
export const MAX_PAGES = 2_000;

/** A3 at 600 dpi has 70 million pixels; beyond that it is a plan or an attack, not a letter. */
export const MAX_PIXELS = 100_000_000;

/** Pictures in a docx unpack to little more than they are; text packs about ten to one. */
export const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;

/** The document part is held as a tree of objects about twenty times its size. */
export const MAX_DOCUMENT_PART_BYTES = 24 * 1024 * 1024;

/** Word writes some twenty parts, and one for each picture. */
export const MAX_ENTRIES = 5_000;

/** XML that packs better than this is repetition made on purpose; small parts are let through. */
export const MAX_RATIO = 200;
export const RATIO_MATTERS_FROM_BYTES = 4 * 1024 * 1024;
