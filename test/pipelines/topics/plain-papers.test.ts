import { describe, expect, it } from '@jest/globals';
import { createReader } from '../../../bench/evaluation/index.js';
import { loadLexicon } from '../../../lexicon/index.js';
import { otherPapers, type PlainPaper, tellingPapers } from '../../../samples/passages/index.js';

const reader = createReader(loadLexicon());
const titled = (papers: readonly PlainPaper[]) => papers.map((p) => [p.text.slice(0, 30), p] as const);

/** Least share of the labelled topics and offences that must be found, over all papers together. */
const leastFound = 0.9;

describe('papers that tell plainly what somebody in office did', () => {
  it.each(titled(tellingPapers))('is a report: %s', (_, { text, petitionClass }) => {
    expect(reader.topics(text).petitionClass).toBe(petitionClass);
  });

  it('are tagged with what they tell', () => {
    const wanted = tellingPapers.flatMap(({ text, topics, offences }) => {
      const read = reader.topics(text);
      const found = new Set<string>([...read.topics, ...read.offences].map((t) => t.code));
      return [...topics, ...offences].map((code) => found.has(code));
    });
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThanOrEqual(leastFound);
  });
});

describe('papers that only sound like it', () => {
  it.each(titled(otherPapers))('%s', (_, { text, petitionClass }) => {
    const read = reader.topics(text);
    expect(read.petitionClass).toBe(petitionClass);
    expect(read.offences).toEqual([]);
  });
});

it.each([
  'Gao Yuan takes bribes',
  'གཞོན་ནུ་ལ་ཞིབ་འཇུག',
  'ھاكىم پارا ئالدى',
  'ᠳᠠᠷᠤᠭ᠎ᠠ ᠮᠥᠩᠭᠦ',
  'Gao Yuan, the head of the office, has taken money from builders for years',
])('what no Chinese word is in is looked at by a person: %s', (text) => {
  const { petitionClass, mayBeReport } = createReader(loadLexicon()).topics(text);
  expect(petitionClass === 'report' || mayBeReport).toBe(true);
});
