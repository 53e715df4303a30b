import type { Command } from 'commander';
import type { Session } from '../session.js';

/** A command's work; it gives the exit code. What works is loaded when it is called for: help needs none of it. */
export type Work = (commands: typeof import('../commands/index.js'), session: Session) => Promise<number>;

/** What the declarations of commands are given. */
export interface CommandLine {
  program: Command;
  run(work: Work): Promise<void>;
  /** Runs it unless something is wrong with its words: then that is said, and nothing is run. */
  runUnless(wrong: string | null, work: Work): Promise<void>;
}
