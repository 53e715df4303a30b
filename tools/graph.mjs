// Draws the folders and what they import into ARCHITECTURE.md, between its markers, from the sources themselves.
// `npm run graph` writes the page; `npm run graph -- --check` fails where it is no longer true.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'ARCHITECTURE.md');
/** From what composes to what is composed: the order in which the graph is drawn. */
const rooms = [
  'cli',
  'console',
  'workers',
  'office',
  'pipelines',
  'queues',
  'register',
  'vault',
  'lexicon',
  'domain',
];

const modules = cruise();
const drawn = {
  rooms: draw(edgesBetween(modules, roomOf)),
  pipelines: draw(edgesBetween(modules, pipelineFolderOf)),
};
let text = readFileSync(page, 'utf8');
const before = text;
for (const [name, graph] of Object.entries(drawn)) text = put(text, name, graph);
if (process.argv.includes('--check')) {
  if (text !== before) {
    console.error('ARCHITECTURE.md shows other imports than the sources have: run “npm run graph”.');
    process.exit(1);
  }
  console.log('ARCHITECTURE.md shows the imports as they are.');
} else {
  writeFileSync(page, text);
  console.log(text === before ? 'Nothing changed.' : 'ARCHITECTURE.md was drawn anew.');
}

/** Every module of the rooms with the modules that it imports. */
function cruise() {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, status } = spawnSync(
    process.execPath,
    [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...rooms],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (!stdout) process.exit(status || 1);
  const found = JSON.parse(stdout).modules.filter(({ source }) => roomOf(source));
  if (found.length === 0) {
    console.error('No module was found: there is nothing to draw.');
    process.exit(1);
  }
  return found;
}

function roomOf(path) {
  const room = path.split('/')[0];
  return rooms.includes(room) && path.includes('/') ? room : null;
}

/** Folders inside pipelines; what lies beside them (the stage mechanism, the image type) is everybody's. */
function pipelineFolderOf(path) {
  const [room, folder, file] = path.split('/');
  return room === 'pipelines' && file ? folder : null;
}

function edgesBetween(from, folderOf) {
  const edges = new Set();
  for (const { source, dependencies } of from)
    for (const { resolved } of dependencies) {
      const [a, b] = [folderOf(source), folderOf(resolved)];
      if (a && b && a !== b) edges.add(`${a} --> ${b}`);
    }
  return [...edges];
}

function draw(edges) {
  const place = (edge) => rooms.indexOf(edge.split(' ')[0]);
  const sorted = edges.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return ['```mermaid', 'flowchart TD', ...sorted.map((edge) => `  ${edge}`), '```'].join('\n');
}

function put(markdown, name, graph) {
  const [begin, end] = [`<!-- graph:${name} -->`, `<!-- /graph:${name} -->`];
  const [from, to] = [markdown.indexOf(begin), markdown.indexOf(end)];
  if (from < 0 || to < from) {
    console.error(`ARCHITECTURE.md has no place marked ${begin} … ${end}`);
    process.exit(1);
  }
  return `${markdown.slice(0, from + begin.length)}\n${graph}\n${markdown.slice(to)}`;
}
