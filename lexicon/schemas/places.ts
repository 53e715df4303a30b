import { z } from 'zod';
import { wordList } from './word-list.js';

/** Administrative divisions, and how other places end. */
export const placesSchema = z.strictObject({
  divisions: z
    .array(
      z.strictObject({
        name: z.string().describe('full name in force'),
        short: z.string().default('').describe('name as written without 省/市/县'),
        code: z.string().default('').describe('administrative division code (GB/T 2260)'),
        parent: z.string().default('').describe('full name of the division above'),
        former: z
          .array(
            z.strictObject({
              name: z.string().describe('former full name'),
              code: z.string().default('').describe('its code'),
              until: z.string().default('').describe('last day or month of its use, ISO date'),
            }),
          )
          .default([])
          .describe('former names with the time until which they were in force'),
      }),
    )
    .default([])
    .describe('divisions that letters name'),
  known: wordList().describe('places that are known without their level: 杭州, 泰国, 庐山'),
  suffixes: wordList().describe('endings of place names: 村, 街道, 路, 小区'),
  generic: wordList().describe('words with such an ending that name no place: 农村, 马路'),
});
