import { it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { extract } from '../pipelines/extractions.js';
import { openPrinter } from '../../samples/rendering/browser.js';
import { readerOf } from '../../pipelines/extraction/index.js';
import sharp from 'sharp';
it('x', async () => {
  const printer = await openPrinter();
  const font = "font-family:'Noto Serif CJK SC'";
  const rows = Array.from({length: 14}, (_, i) => `<tr><td>${i+1}</td><td>${['范明志','沈丹','吕敬之','冉龙飞'][i%4]}</td><td>${['市人防办主任','审批科科长','分管副主任','协会秘书长'][i%4]}</td><td>违规减免易地建设费并收受现金，数额较大，群众反映强烈，请予核查</td><td>${[96.5,42,36,12.6][i%4]}</td></tr>`).join('');
  const style = `<style>td,th{border:1px solid #000;padding:4px;font-size:12pt}table{border-collapse:collapse;width:100%}@page{size:A4;margin:20mm}</style>`;
  const htmls = {
   form: `<h2 style="text-align:center">来访登记表</h2><table><tr><td>来访人</td><td>仇思远</td><td>联系电话</td><td>15400000007</td></tr><tr><td>被举报人</td><td>沈丹</td><td>单位职务</td><td>澜川市人防办行政审批科科长</td></tr><tr><td>住址</td><td colspan=3>澜川市青麓区镜湖小区6栋1101</td></tr><tr><td>主要问题</td><td colspan=3>本人从事工程检测十年。2018年10月以来，沈丹在窗口明示建设单位必须委托澜川众安防护检测有限公司检测，否则资料一律退回。<br>检测费按12元/㎡收，市场价只有4元/㎡。据统计一年半做了四十多个项目，收检测费三四百万元。</td></tr><tr><td rowspan=2>处理意见</td><td>科室</td><td colspan=2>拟转办</td></tr><tr><td>领导</td><td colspan=2>同意</td></tr></table><p>登记人：钟毓　2018年8月22日</p>`,
   list: `<h2 style="text-align:center">问题线索移送清单</h2><table><tr><th>序号</th><th>姓名</th><th>单位职务</th><th>主要问题</th><th>涉及金额（万元）</th></tr>${rows}</table><p>以上线索请依规处置。</p>`,
   lined: `<div style="line-height:32px;background:repeating-linear-gradient(#fff 0 30px,#c33 30px 32px)">${'我实名反映以下问题，请派人核查，谢谢。他收受现金五万元，并为亲属谋利。'.repeat(12)}</div>`,
   squared: `<table style="width:auto">${Array.from({length:14},(_,r)=>`<tr>${[...'我实名反映以下问题请派人核查谢谢他收受'].map(c=>`<td style="width:26px;height:30px;padding:0;text-align:center;border-color:#393">${c}</td>`).join('')}</tr>`).join('')}</table>`,
  };
  for (const [n,h] of Object.entries(htmls)) { const pdf=await printer.print(`<!doctype html><meta charset=utf-8>${style}<body style="${font}">${h}`); const e = await extract(pdf, 'pdf'); for (const p of e.pages) console.log(p.text.slice(0,700), p.flags, JSON.stringify(p.tables.map(t=>t.rows.length)));
   const im = await readerOf('pdf').renderPage!(pdf,1);
   writeFileSync(`/tmp/scan-${n}.png`, await sharp(im.data,{raw:{width:im.width,height:im.height,channels:1}}).rotate(n==='list'?0.8:0,{background:'#fff'}).blur(0.7).resize({width:1654}).png().toBuffer());
  }
  await printer.close();
}, 60000);
