import type { Command } from 'commander';
import type { Session } from '../session.js';

/** A command's work; it gives the exit code. */
export type Work = (session: Session) => Promise<number>;

/** What the declarations of commands are given. */
export interface CommandLine {
  program: Command;
  run(work: Work): Promise<void>;
  /** Runs it unless something is wrong with its words: then that is said, and nothing is run. */
  runUnless(wrong: string | null, work: Work): Promise<void>;
}
