/** Told of what is worth a line in the log; never of a word of a letter. */
export type Report = (event: string, facts: Record<string, string | number>) => void;
