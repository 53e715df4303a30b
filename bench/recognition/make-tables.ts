import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { readerOf } from '../../pipelines/extraction/in-process.js';
import { openPrinter } from '../../samples/rendering/browser.js';

/**
 * Prints a form, a list, a letter on ruled paper and one on squared paper as scans in `bench/pages`. Run it
 * again after an edit (`npm run build && node dist/bench/recognition/make-tables.js`); needs Chromium and Noto Serif CJK
 * SC. The images are committed, so that a machine without Chinese fonts tests with the same pages.
 */
const plea = '我实名反映以下问题，请派人核查，谢谢。他收受现金五万元，并为亲属谋利。';
const row = (cells: readonly (string | number)[]) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
const people = [
  ['范明志', '市人防办主任', '违规减免易地建设费并收受现金，数额较大，群众反映强烈', 96.5],
  ['沈丹', '审批科科长', '指定检测机构，亲属从中谋利', 42],
  ['吕敬之', '分管副主任', '徇私签批虚假地勘报告，致使国家少建人防面积六千余平方米', 36],
  ['冉龙飞', '协会秘书长', '搭车收取会费', 12.6],
] as const;

const pages: Readonly<Record<string, { html: string; skew: number }>> = {
  form: {
    skew: 0,
    html: `<h2>来访登记表</h2><table>
<tr><td>来访人</td><td>仇思远</td><td>联系电话</td><td>15400000007</td></tr>
<tr><td>被举报人</td><td>沈丹</td><td>单位职务</td><td>澜川市人防办行政审批科科长</td></tr>
<tr><td>住址</td><td colspan=3>澜川市南门社区织锦巷21号</td></tr>
<tr><td>主要问题</td><td colspan=3>本人从事工程检测十年。2018年10月以来，沈丹在窗口明示建设单位必须委托众安防护检测有限公司检测，否则资料一律退回。<br>检测费按12元收，市场价只有4元。据统计一年半做了四十多个项目，收检测费三四百万元。</td></tr>
<tr><td rowspan=2>处理意见</td><td>科室</td><td colspan=2>拟转办</td></tr><tr><td>领导</td><td colspan=2>同意</td></tr>
</table><p>登记日期：2018年8月22日</p>`,
  },
  list: {
    skew: 0.8,
    html: `<h2>问题线索移送清单</h2><table>${row(['序号', '姓名', '单位职务', '主要问题', '涉及金额（万元）'])}${people.map((p, i) => row([i + 1, ...p])).join('')}</table><p>以上线索请依规处置。</p>`,
  },
  ruled: {
    skew: 0,
    html: `<div style="line-height:32px;background:repeating-linear-gradient(#fff 0 30px,#c33 30px 32px)">${plea.repeat(6)}</div>`,
  },
  squared: {
    skew: 0,
    html: `<table style="width:auto">${`<tr>${[...'我实名反映以下问题请派人核查谢谢他收受'].map((c) => `<td style="width:26px;height:30px;padding:0;text-align:center;border-color:#393">${c}</td>`).join('')}</tr>`.repeat(8)}</table>`,
  },
};

const printer = await openPrinter();
try {
  for (const [name, { html, skew }] of Object.entries(pages)) {
    const style =
      'td{border:1px solid #000;padding:4px}table{border-collapse:collapse;width:100%}h2{text-align:center}@page{size:A4;margin:20mm}';
    const pdf = await printer.print(
      `<!doctype html><meta charset="utf-8"><style>${style}</style><body style="font:12pt 'Noto Serif CJK SC'">${html}`,
    );
    const { width, height, data } = await readerOf('pdf').renderPage!(pdf, 1);
    const scan = await sharp(data, { raw: { width, height, channels: 1 } })
      .rotate(skew, { background: '#fff' })
      .resize({ width: 1240 })
      .png({ palette: true, colours: 16, effort: 10, compressionLevel: 9, dither: 0 })
      .withMetadata({ density: 150 })
      .toBuffer();
    writeFileSync(join(process.cwd(), 'bench', 'pages', `ruled-${name}.png`), scan);
    process.stdout.write(`ruled-${name}.png\n`);
  }
} finally {
  await printer.close();
}
