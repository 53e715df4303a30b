/** What one file may cost. A file beyond a limit is refused with a remedy instead of taking the worker down. */

/** PDF readers hold a file two or three times in memory; a worker has to stay below 700 MB. */
export const MAX_FILE_BYTES = 120 * 1024 * 1024;

/** One paper, told in one go: a hundred densely printed pages, understood in some seconds of processor time. */
export const MAX_TEXT_CHARACTERS = 200_000;

/** All text of one file, its tables and the files in it together: a register of thousands of clues, each by itself short. */
export const MAX_FILE_CHARACTERS = 3_000_000;

/** Rows with something in them of one file's tables: each may become a clue, and all are filed together. */
export const MAX_TABLE_ROWS = 10_000;

/** Cells of one document's tables, each column and row that a merged one takes; most are empty in large sheets. */
export const MAX_TABLE_CELLS = 500_000;

/** A plain-text file of this size has more characters than a paper in any encoding; it is not even decoded. */
export const MAX_TEXT_BYTES = 1024 * 1024;

/** The same of a table in plain text. */
export const MAX_CSV_BYTES = 12 * 1024 * 1024;

/** The thickest case files bound into one scan have a few hundred pages. */
export const MAX_PAGES = 2_000;

/** A3 at 600 dpi has 70 million pixels; beyond that it is a plan or an attack, not a letter. */
export const MAX_PIXELS = 100_000_000;

/** Pixels along one side, JPEG's own limit: a picture is worked on some lines at a time, which must not be endless. */
export const MAX_SIDE = 65_535;

/** All pages of one TIFF: two thousand pages of A4 at 300 dpi. */
export const MAX_TOTAL_PIXELS = 20_000_000_000;

/** Telephones take 12 or 24 million; a pixel costs thirteen bytes while it is decoded. */
export const MAX_HEIC_PIXELS = 30_000_000;

/** Pictures in a docx unpack to little more than they are; text packs about ten to one. */
export const MAX_UNPACKED_BYTES = 300 * 1024 * 1024;

/** All parts of a document that may be XML: they are held as trees of objects about twenty times their size. */
export const MAX_DOCUMENT_PART_BYTES = 8 * 1024 * 1024;

/** The same of a workbook: a register of thirty years; its cells are counted, most are empty. */
export const MAX_SHEET_PART_BYTES = 32 * 1024 * 1024;

/** Web pages with their pictures in them; the text is read from one end to the other, once. */
export const MAX_HTML_BYTES = 32 * 1024 * 1024;

/** Files in archives and mails that lie in one file, at any depth. */
export const MAX_MEMBERS = 2_000;

/** Milliseconds after which further files in a file are left to a person: less than its reader is given. */
export const MEMBERS_PATIENCE = 40_000;

/** An archive in a mail in an archive: more is a trap. */
export const MAX_DEPTH = 5;

/** Word writes some twenty parts, and one for each picture. */
export const MAX_ENTRIES = 5_000;

/** XML that packs better than this is repetition made on purpose; small parts are let through. */
export const MAX_RATIO = 200;
export const RATIO_MATTERS_FROM_BYTES = 4 * 1024 * 1024;

/** Tags in one another; a page that somebody wrote stays below a hundred. Looking for the end of each costs as much. */
export const MAX_MARKUP_DEPTH = 500;

/** Of the header of a mail as much is read; what stands behind is no word of the sender. */
export const MAX_HEADER_BYTES = 256 * 1024;
export const MAX_HEADER_FIELDS = 1_000;

/** One address line, subject or name; a list of some hundred recipients is still whole. */
export const MAX_HEADER_CHARACTERS = 8_000;

/** Parts of a mail in one another: each level is one more walk through the bytes. */
export const MAX_MAIL_DEPTH = 20;

/** All XML of one OFD that is read, each reading counted: a page of letters has about 100 KB. */
export const MAX_OFD_XML_BYTES = 64 * 1024 * 1024;
