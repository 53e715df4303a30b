import { describe, expect, it } from '@jest/globals';
import { run } from '../../bench/recognition/ocr-beside.js';

describe('recognition beside another tool', () => {
  it.each([[['--condition', 'nosuch']], [['--dpi', '300dpi']]])(
    'names what scans there are where none is as asked for: %j',
    async (argv) => {
      await expect(run(argv)).rejects.toThrow('150, 200, 300 dpi, and clean, skewed, noisy, shadowed');
    },
  );
});
