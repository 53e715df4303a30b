import type { Lexicon } from '../../../lexicon/index.js';

/** How believable a surname of one character is; 0: none. */
export const surnameRanks = { none: 0, signer: 1, known: 2, common: 3 } as const;

/** Tables by UTF-16 unit: names are looked for at every place of a text. */
export interface NameCharacters {
  /** One of `surnameRanks`. */
  surname: Uint8Array;
  /** 1 where the surname is an everyday word too: 于, 和, 常. */
  everyday: Uint8Array;
  /** Grade of a character in given names, -4 to 4; `unseen` where the lexicon says nothing. */
  grade: Int8Array;
  /** Grade of a character in foreign names, 1 to 4; 0: it stands in none. */
  foreign: Uint8Array;
}

export const unseen = -9;

export function nameCharactersOf(people: Lexicon['people']): NameCharacters {
  const surname = new Uint8Array(0x10000);
  const everyday = new Uint8Array(0x10000);
  const grade = new Int8Array(0x10000).fill(unseen);
  const foreign = new Uint8Array(0x10000);
  const each = (entries: readonly string[], take: (unit: number) => void) => {
    for (const char of entries.join('')) take(char.charCodeAt(0));
  };
  each(people.signerSurnames, (unit) => {
    surname[unit] = surnameRanks.signer;
  });
  each(people.surnames, (unit) => {
    surname[unit] = surnameRanks.known;
  });
  each(people.commonSurnames, (unit) => {
    surname[unit] = surnameRanks.common;
  });
  each(people.rareSurnames, (unit) => {
    everyday[unit] = 1;
  });
  for (const [value, entries] of Object.entries(people.givenCharacters))
    each(entries, (unit) => {
      grade[unit] = Number(value);
    });
  for (const [value, entries] of Object.entries(people.transliterationCharacters))
    each(entries, (unit) => {
      foreign[unit] = Number(value);
    });
  return { surname, everyday, grade, foreign };
}
