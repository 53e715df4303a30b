// A child whose "reader" does what the file says: what a file that took its reader over could do.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';

const { serve } = await import(
  new URL('../../../../dist/pipelines/extraction/sandbox/serve.js', import.meta.url).href
);

const page = { number: 1, part: 0, place: 1, label: null, tables: [], recognise: false, flags: [] };
const part = {
  member: null,
  within: null,
  format: 'text',
  encoding: null,
  comments: [],
  failure: null,
  flags: [],
};
const say = (text) => ({ parts: [part], pages: [{ ...page, text: String(text) }] });
const attempt = (act) => {
  try {
    return say(act());
  } catch (error) {
    return say(error.code);
  }
};
const kept = [];
let answered = 0;

const deeds = {
  text: (text) => say(text),
  count() {
    answered += 1;
    return say(answered);
  },
  environment: () => say(Object.keys(process.env).sort().join(' ')),
  list: (path) => attempt(() => readdirSync(path).join(' ')),
  read: (path) => attempt(() => readFileSync(path, 'utf8')),
  write: (path) => attempt(() => writeFileSync(path, 'x')),
  slowly: async (milliseconds) => {
    await new Promise((resolve) => setTimeout(resolve, Number(milliseconds)));
    return say('done');
  },
  loop() {
    for (;;);
  },
  crash: () => process.abort(),
  throw() {
    throw new TypeError('举报人张三');
  },
  heap() {
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, i) => ({ i })));
  },
  buffers() {
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  },
  wasm() {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
    for (;;) {
      const from = memory.buffer.byteLength;
      memory.grow(512);
      new Uint8Array(memory.buffer, from).fill(1);
    }
  },
  flood() {
    for (;;) process.stdout.write(Buffer.alloc(1024 * 1024, 0xff));
  },
  nonsense: () => process.stdout.write(Buffer.from([2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d])) && say(''),
  much: () => say('长'.repeat(3_000_001)),
  nowhere: () => ({ parts: [part], pages: [{ ...page, part: 7, text: '' }] }),
  'beyond-the-text': () => ({
    parts: [part],
    pages: [{ ...page, text: 'ab', tables: [{ rows: [{ row: 1, cells: [{ start: 0, end: 3 }] }] }] }],
  }),
  'unknown-field': () => ({ ...say(''), path: '/etc/passwd' }),
  connect: (address) =>
    new Promise((resolve) => {
      const [host, port] = address.split(' ');
      createConnection({ host, port: Number(port) })
        .on('connect', () => resolve(say('connected')))
        .on('error', (error) => resolve(say(error.code)));
    }),
  async bomb() {
    // Each has started, or was refused.
    await Promise.all(
      Array.from({ length: 200 }, () => {
        const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 60000)'], { stdio: 'ignore' });
        return new Promise((resolve) => child.once('spawn', resolve).once('error', resolve));
      }),
    );
    return say('bombed');
  },
};

serve({
  read(bytes, _, watch) {
    const [deed, ...words] = Buffer.from(bytes).toString('utf8').split(' ');
    if (deed === 'members') return readMembers(words, watch);
    return deeds[deed](words.join(' '));
  },
  // More pixels than it says, or fewer.
  async renderPage(bytes) {
    const slowly = /^slowly (\d+)/.exec(Buffer.from(bytes).toString('latin1'));
    if (slowly) await new Promise((resolve) => setTimeout(resolve, Number(slowly[1])));
    return { width: 10, height: 10, dpi: null, data: Buffer.alloc(bytes.length) };
  },
});

/** An archive whose members are words; some of them are deeds. */
async function readMembers(members, { passedOver, onMember }) {
  const read = [];
  for (const [i, member] of members.entries()) {
    if (passedOver.has(i + 1)) read.push('passed-over');
    else {
      onMember(i + 1);
      // What was said goes out before the deed is done.
      await new Promise((resolve) => setTimeout(resolve, 20));
      deeds[member]?.();
      read.push(member);
    }
  }
  return say(read.join(' '));
}
