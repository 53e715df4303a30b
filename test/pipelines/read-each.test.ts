import { expect, it } from '@jest/globals';
import { readEach } from '../../pipelines/index.js';

const work = (milliseconds: number) => {
  const started = performance.now();
  while (performance.now() - started < milliseconds);
};

it('reads one after the other, in their order', async () => {
  const read = await readEach(['甲', '乙', '丙'], undefined, (one, place) => `${place}${one}`);
  expect(read).toEqual(['0甲', '1乙', '2丙']);
});

it('lets others work between two that take long', async () => {
  let turns = 0;
  const turn = () => {
    turns += 1;
    turning = setImmediate(turn);
  };
  let turning = setImmediate(turn);
  await readEach(Array.from({ length: 20 }), undefined, () => work(25));
  clearImmediate(turning);
  expect(turns).toBeGreaterThanOrEqual(20);
});

it('stops between two when it is told to', async () => {
  const stop = new AbortController();
  let read = 0;
  const reading = readEach(Array.from({ length: 20 }), stop.signal, () => {
    read += 1;
    work(25);
    if (read === 3) stop.abort(new Error('enough'));
  });
  await expect(reading).rejects.toThrow('enough');
  expect(read).toBe(3);
});
