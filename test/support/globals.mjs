// What tests import from `@jest/globals`, with a time limit: the runner knows none, and what hangs would hang for ever.
// What ran out of time fails and is not waited for; it may go on beside the tests behind it.
export const { describe, expect } = globalThis;

/** Milliseconds; long enough for a machine that does something else, too. */
const limit = 180_000;

const limited =
  (run, milliseconds = limit) =>
  async (...given) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done after ${milliseconds} ms`)), milliseconds);
    });
    try {
      await Promise.race([run(...given), late]);
    } finally {
      clearTimeout(timer);
    }
  };

export const it = Object.assign(
  (name, run, milliseconds) => globalThis.it(name, limited(run, milliseconds)),
  {
    each:
      (...table) =>
      (name, run, milliseconds) =>
        globalThis.it.each(...table)(name, limited(run, milliseconds)),
  },
);

const hook = (set) => (run, milliseconds) => set(limited(run, milliseconds));
export const beforeAll = hook(globalThis.beforeAll);
export const afterAll = hook(globalThis.afterAll);
export const beforeEach = hook(globalThis.beforeEach);
export const afterEach = hook(globalThis.afterEach);
