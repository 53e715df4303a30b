import { z } from 'zod';

/** A list of words; one line of the file may hold many, separated by spaces. */
export const wordList = () =>
  z
    .array(z.string())
    .default([])
    .transform((lines) => lines.flatMap((line) => line.split(/\s+/).filter((word) => word !== '')));
