import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const qidiProgram = fileURLToPath(new URL('../cli/index.js', import.meta.url));

/**
 * Runs a command of the built product and gives its stdout.
 * @throws {Error} where it could not run at all (exit 2 or 3).
 */
export async function runQidi(
  words: readonly string[],
  environment: Record<string, string>,
): Promise<string> {
  const child = spawn(process.execPath, [qidiProgram, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0 && code !== 1) throw new Error(`qidi ${words[0]} ended with ${code}`);
  return out;
}
