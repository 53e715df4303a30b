import { defineStage } from '../stage.js';
import type { FileOpener } from './opener.js';

export { isCommonHanAt } from './characters/index.js';
export { classifiedMark, hasInternalMark } from './classified-mark.js';
export { isPrinted, type Layout, layouts } from './layouts.js';
export { MAX_TEXT_CHARACTERS } from './limits.js';
export type { FileOpener } from './opener.js';
export { openSandbox, type Sandbox, type SandboxState } from './sandbox/index.js';

/** Reads the text that a file carries itself, and says which pages have to be recognised. */
export function createExtractionStage(opener: FileOpener) {
  return defineStage({
    name: 'extraction',
    needs: ['original'],
    gives: 'extraction',
    version: 9,
    run: async ({ original }, { signal }) => opener.read(await original.read(), original.extension, signal),
  });
}
