import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startConsole } from '../../console/api/index.js';
import type { Office } from '../../office/index.js';
import { fileAll, letters, openTestOffice } from './office.js';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let office: Office;
let site: Awaited<ReturnType<typeof startConsole>>;
let profile: string;
let browser: BrowserContext;
let page: Page;
const troubles: string[] = [];
const origins = new Set<string>();

beforeAll(async () => {
  office = await openTestOffice();
  site = await startConsole(office, { port: 0 });
  await fileAll(office, letters);
  profile = await mkdtemp(join(tmpdir(), 'qidi-browser-'));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args,
    viewport: { width: 1280, height: 900 },
  });
  page = await browser.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.type()}`);
    dialog.dismiss().catch(() => undefined);
  });
  page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await office.close();
  await rm(profile, { recursive: true, force: true });
});

describe('in a browser', () => {
  it('leads from the register to a record and from a quote to its place', async () => {
    await page.goto(site.url);
    expect(await page.title()).toContain('统一台账');
    expect(await page.locator('table.register tbody tr').count()).toBe(3);
    await page.getByRole('link', { name: '关于澜川市人防办主任范明志有关问题的举报信' }).click();
    await page.waitForURL(/\/clues\//);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('范明志');
    const quote = page.locator('a.quote').first();
    const text = await quote.textContent();
    await quote.click();
    const target = page.locator('mark:target');
    expect(await target.count()).toBe(1);
    expect(text).toContain((await target.textContent())!.slice(0, 2));
    const box = await target.boundingBox();
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y).toBeLessThan(900);
    expect(await page.getByText('<script>alert("x")</script>').count()).toBeGreaterThan(0);
  });

  it('filters with the form and finds the same man by his name', async () => {
    await page.goto(site.url);
    await page.getByLabel('被反映人').fill('范明志');
    await page.getByLabel('类别', { exact: true }).selectOption('report');
    await page.getByRole('button', { name: '查询' }).click();
    await page.waitForURL(/accused=/);
    expect(await page.locator('table.register tbody tr').count()).toBe(2);
    expect(await page.getByLabel('被反映人').inputValue()).toBe('范明志');
    await page.getByRole('link', { name: '清除条件' }).click();
    await page.waitForURL(site.url);
    expect(await page.locator('table.register tbody tr').count()).toBe(3);
  });

  it('shows the queue', async () => {
    await page.goto(site.url);
    await page.getByRole('link', { name: '办理进度' }).click();
    await page.waitForURL(/queue/);
    expect(await page.getByRole('heading', { name: '任务队列' }).isVisible()).toBe(true);
    await page.getByRole('link', { name: '暂停刷新' }).click();
    await page.waitForURL(/paused/);
  });

  it.each(['', 'queue?paused=1', 'clue'])(
    'fits 1280 pixels, shows the focus and needs no script: %s',
    async (path) => {
      const line = (await office.register.records.list()).lines[0]!;
      await page.goto(path === 'clue' ? `${site.url}clues/${line.clueNo}` : site.url + path);
      // As text: the project is compiled without the names of a browser.
      const seen = (await page.evaluate(`({
      width: document.documentElement.scrollWidth,
      scripts: document.scripts.length,
      style: document.styleSheets[0].cssRules.length,
      unlabelled: [...document.querySelectorAll('input,select')].filter((e) => !e.labels.length).length,
      unscoped: document.querySelectorAll('th:not([scope])').length,
      headings: document.querySelectorAll('h1').length,
    })`)) as Record<string, number>;
      expect(seen).toMatchObject({ scripts: 0, unlabelled: 0, unscoped: 0, headings: 1 });
      expect(seen.width).toBeLessThanOrEqual(1280);
      expect(seen.style).toBeGreaterThan(50);
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
        expect(outline).toBe('solid');
      }
    },
  );

  it('met no error and asked nothing of another origin', () => {
    expect(troubles).toEqual([]);
    expect([...origins]).toEqual([new URL(site.url).origin]);
  });
});
