import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFiles, isRefusal, type Office, openOffice, readConfig, takeIn } from '../../office/index.js';
import { runWorkers } from '../../workers/index.js';

const opening = `尊敬的市纪委领导：
我叫申屠海燕，家住澜川市青麓区桐荫路18号，电话13800138000。现反映澜川市人防办党组书记、主任范明志违规减免易地建设费、收受开发商好处的问题：`;
const facts = `一、2015年3月，澜川翠屏房地产开发有限公司开发的翠云苑二期报建，应缴易地建设费193万元，范明志没有上会研究，一个人签字同意减半收取，违规减免96.5万元，当月就开了免缴证明。
二、2015年4月底，翠屏公司老板曹旺生送给范明志现金20万元，范明志收下后把减免手续办了。
三、有人在意见箱里塞了一张纸条，写着<script>alert("x")</script>和 a & b。`;
const closing = `恳请组织核查。
举报人：申屠海燕
2017年4月15日`;

/** Invented letters, by file name: a report, the same again with news, another about the same man, one out of scope. */
export const letters: Readonly<Record<string, string>> = {
  '2017-04-18-关于<b>范明志</b>的举报信.txt': `关于澜川市人防办主任范明志有关问题的举报信\n${opening}\n${facts}\n${closing}\n`,
  '2017-06-20-再次反映.txt': `关于澜川市人防办主任范明志有关问题的举报信\n${opening}\n${facts}\n四、补充一点：2016年9月，范明志又收受曹旺生购物卡5万元。\n${closing}\n`,
  '2018-03-02-反映设备采购.txt': `关于澜川市人防办主任范明志插手设备采购的情况反映
市纪委监委：
现反映澜川市人防办党组书记、主任范明志在人防设备采购中指定厂家、收受回扣的问题。2016年8月，芸台小区采购防护密闭门，范明志指定从龙蟠防护设备有限公司购买，单价比市场高出三成，事后收受回扣8万元。请组织调查。
一名知情群众
2018年2月26日
`,
  '2019-07-09-来信.txt': `关于邻里噪音扰民的来信
市纪委：
我们小区楼下的广场舞每天晚上十点还在放音乐，老人休息不好，物业和居委会协调多次没有结果，请有关部门管一管，规定一个结束的时间。
紫藤小区居民
2019年7月5日
`,
};

/** An office of its own in a temporary folder; `close` removes all of it. */
export async function openTestOffice(language: 'zh' | 'en' = 'zh'): Promise<Office> {
  const home = await mkdtemp(join(tmpdir(), 'qidi-console-'));
  const office = await openOffice(readConfig({ QIDI_HOME: home, QIDI_LANG: language }));
  return {
    ...office,
    async close() {
      await office.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Takes the files in and works until nothing is due: the way that every letter goes. */
export async function fileAll(
  office: Office,
  files: Readonly<Record<string, string | Buffer>>,
): Promise<void> {
  const folder = join(office.config.home, 'inbox');
  await mkdir(folder, { recursive: true });
  const past = new Date(Date.now() - 60_000);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name.replaceAll('/', '\u2215'));
    await writeFile(path, text);
    // Older than intake's patience with files that are still being written.
    await utimes(path, past, past);
  }
  const stop = new AbortController();
  const given = { channel: null, receivedOn: null };
  for await (const result of takeIn(office, crypto.randomUUID(), findFiles([folder]), given, stop.signal))
    if (isRefusal(result)) throw new Error(`refused: ${result.code}`);
  const working = runWorkers(office, { stop: stop.signal, report: () => undefined });
  const deadline = Date.now() + 50_000;
  while ((await office.register.upkeep.hasDue()) && Date.now() < deadline) await delay(50);
  stop.abort();
  await working;
}
