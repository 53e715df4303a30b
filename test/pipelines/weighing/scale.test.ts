import { describe, expect, it } from '@jest/globals';
import {
  createScale,
  type Evidence,
  noteInto,
  type Witness,
  weigh,
} from '../../../pipelines/weighing/index.js';

const places = { bias: -0.7, weights: { post: 0.1, 'left=在': 0.2, 'left=叫': 5, near: -0.3 } };
const projects = { bias: 0.3, weights: { post: -1.5, 'first n': 0.4 } };

function seeOne(witness: Witness): void {
  witness.see('post');
  witness.seeWord('left=', '在');
  witness.seeWord('first ', 'n', 0.5);
  witness.see('near', 1 / 3);
  witness.see('of no weight');
  witness.seeWord('left=', '无');
}

describe('a scale', () => {
  it('takes what the evidence weighs by each of its weights, and begins anew', () => {
    const scale = createScale([places, projects]);
    const evidence: Evidence = new Map();
    seeOne(noteInto(evidence));
    for (let round = 0; round < 2; round++) {
      seeOne(scale);
      expect(scale.take()).toEqual([weigh(places, evidence), weigh(projects, evidence)]);
    }
    expect(scale.take()).toEqual([-0.7, 0.3]);
  });

  it.each([false, true])('counts what is seen twice as the notes of it do (each time: %s)', (repeated) => {
    const scale = createScale([{ ...projects, bias: 0 }], repeated);
    const evidence: Evidence = new Map();
    for (const witness of [scale, noteInto(evidence, repeated)]) {
      witness.see('post');
      witness.see('post');
    }
    expect(evidence.get('post')).toBe(repeated ? 2 : 1);
    expect(scale.take()).toEqual([repeated ? -3 : -1.5]);
  });
});
