/** Why a file below a folder is not taken in, though nothing is wrong with it. */
export type LeftOutReason = 'hidden' | 'system' | 'lock';

/** Kept by Windows and macOS beside the files that somebody put there. */
const systemFiles = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '__macosx',
  '$recycle.bin',
]);

/**
 * Whether a name is that of a file or folder that no person has made: hidden ones, those of the system, and the
 * locks that Office and WPS put beside a document that is open. Null for all others.
 */
export function leftOutFor(name: string): LeftOutReason | null {
  if (systemFiles.has(name.toLowerCase()) || /^(?:\._|\.DS_Store$)/i.test(name)) return 'system';
  if (/^(?:~\$|\.~lock\.)/.test(name)) return 'lock';
  return name.startsWith('.') ? 'hidden' : null;
}
