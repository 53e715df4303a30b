import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { chromium } from 'playwright-core';
import { madeAt } from './docx.js';

export interface Printer {
  /** Prints a page to a PDF with embedded fonts. */
  print(html: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a headless Chromium of the system that never talks to the net. */
export async function openPrinter(): Promise<Printer> {
  const profile = await mkdtemp(join(tmpdir(), 'qidi-samples-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const page = await context.newPage();
  return {
    async print(html) {
      await page.setContent(html);
      return withFixedDates(await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }));
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function withFixedDates(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.setCreationDate(madeAt);
  pdf.setModificationDate(madeAt);
  return pdf.save();
}
