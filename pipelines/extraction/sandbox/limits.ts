import { MAX_PIXELS } from '../limits.js';

/** What one child may use. */
export interface SandboxLimits {
  /** Milliseconds that reading a file, or drawing one page of it, may take over all attempts. */
  budget: number;
  /** Milliseconds that each page of a file adds to what drawing all its pages may take in one process. */
  perPage: number;
  /** Resident memory of the child with all its threads and its own children, bytes; the parent looks every 50 ms. */
  memory: number;
  /** Files after which a child is replaced: what one file left in it never reaches far. */
  files: number;
}

const MB = 1024 * 1024;

export const defaultLimits: SandboxLimits = {
  budget: 55_000,
  perPage: 2_000,
  memory: 1024 * MB,
  files: 2_000,
};

/** A child that still holds this much when it is done is replaced. */
export const MAX_IDLE_MEMORY = 400 * MB;

/** A file that kills its reader this often is given up. */
export const MAX_ATTEMPTS = 3;

/** Members of one archive that may kill their reader before all of it is given up. */
export const MAX_PASSED_OVER = 5;

/** Milliseconds for a child to be ready: on a loaded machine it takes seconds. */
export const START_PATIENCE = 30_000;

/** What the kernel holds the child to (setrlimit); memory stops here what grows between two looks. */
export function kernelLimits({ memory }: SandboxLimits): Record<string, number> {
  return {
    // Memory that can be written: V8's reserved address space does not count. Stacks and buffers come on top.
    data: memory + 512 * MB,
    // Seconds of processor over a child's whole life; one that has many files behind it is replaced before.
    cpu: 900,
    // The largest file that can be written, and nothing of a letter in a core dump.
    fsize: 16 * MB,
    core: 0,
    // The loader opens the product's own modules many at a time.
    nofile: 1024,
    // Threads count: V8's, libuv's and those of the picture library.
    nproc: 48,
  };
}

/** MB of JavaScript objects: a heap that overflows is told from a crash. */
export const MAX_HEAP_MB = 512;

/** JSON of an extraction: three bytes a character of text, and some thirty for the place of each cell. */
export const MAX_EXTRACTION_BYTES = 32 * MB;
export const MAX_IMAGE_BYTES = MAX_PIXELS;
export const MAX_ANSWER_HEAD_BYTES = 4096;
