const zh = {
  refreshes: '本页每 5 秒自动刷新。',
  paused: '自动刷新已暂停。',
  pause: '暂停刷新',
  resume: '恢复刷新',
  lanes: '任务队列',
  lane: '通道',
  waiting: '等待',
  active: '进行中',
  delayed: '稍后重试',
  queueAway: '任务队列暂时无法连接。',
  queueAwayNote: '登记情况不受影响：台账记得哪些件还要处理，队列恢复后自动继续。',
  documents: '文件办理情况',
  files: '收到文件',
  originals: '不同原件',
  due: '待处理',
  done: '已完成',
  pagesWaiting: '待识别页',
  pagesRead: '已识别页',
  itemsFiled: '已登记件',
  itemsReview: '待人工件',
  oldestDue: '最久的待处理件已等',
  code: '代码',
  troubles: '需处理：失败的文件和待人工的件',
  receipts: '收件编号 · 收件日期 · 文件',
  byHand: '阅读原件后可人工登记：',
  byHandCommand: '类别 --summary-file 摘要.txt --accused 姓名/单位/职务 --reason 理由',
  rowOf: (n: number) => `第${n}行`,
  moreTroubles: (n: number) => `只列出最近 ${n} 件。`,
  what: '发生了什么',
  remedy: '怎么办',
  noTroubles: '没有失败的文件，也没有待人工的件。',
  duration: (s: number) =>
    s < 60
      ? `${s} 秒`
      : s < 3600
        ? `${Math.floor(s / 60)} 分钟`
        : `${Math.floor(s / 3600)} 小时 ${Math.floor((s % 3600) / 60)} 分钟`,
};

const en: typeof zh = {
  refreshes: 'This page loads itself again every 5 seconds.',
  paused: 'Reloading is paused.',
  pause: 'Pause',
  resume: 'Resume',
  lanes: 'Queue',
  lane: 'Lane',
  waiting: 'waiting',
  active: 'active',
  delayed: 'to be retried',
  queueAway: 'The queue cannot be reached at present.',
  queueAwayNote: 'Nothing is lost: the register knows what is due, and work goes on when the queue is back.',
  documents: 'Files',
  files: 'files received',
  originals: 'different originals',
  due: 'due',
  done: 'done',
  pagesWaiting: 'pages waiting',
  pagesRead: 'pages recognised',
  itemsFiled: 'items registered',
  itemsReview: 'items for a person',
  oldestDue: 'The oldest due file has waited',
  code: 'Code',
  troubles: 'To be dealt with: files that failed, and items for a person',
  receipts: 'Receipt · arrived · file',
  byHand: 'Once a person has read the original, it can be registered by hand:',
  byHandCommand: 'CLASS --summary-file FILE --accused NAME/UNIT/POST --reason WHY',
  rowOf: (n) => `row ${n}`,
  moreTroubles: (n) => `The latest ${n} only.`,
  what: 'What happened',
  remedy: 'What to do',
  noTroubles: 'No file failed, and no item waits for a person.',
  duration: (s) =>
    s < 60
      ? `${s} s`
      : s < 3600
        ? `${Math.floor(s / 60)} min`
        : `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`,
};

/** Words of the page of what is in progress. */
export const queueWords = { zh, en };
