/** What is wrong with a command, a setting, the console or a worker; part of the error catalogue. */
export const runningErrors = {
  'worker.died_repeatedly': {
    zh: ['处理该文件时程序多次意外中止', '请人工查看原件；可另存为其他格式后重新导入。'],
    en: [
      'The worker died several times while it processed this file',
      'Have a person look at the original; save it in another format and take it in again.',
    ],
  },
  'worker.outdated': {
    zh: [
      '已有更新版本的处理进程在处理这个台账，本版本不再处理，以免双方反复重读扫描件',
      '请把这台机器上的程序换成新版本，再启动处理进程；要退回旧版本，请用升级前的备份。',
    ],
    en: [
      'Workers of a newer version work on this register; this one stops, so that they do not read each other’s scans again and again',
      'Put the new version on this machine and start its workers; to go back to the old one, restore the backup from before the upgrade.',
    ],
  },
  'worker.cannot_start': {
    zh: [
      '处理进程无法启动或反复中止（{reason}）',
      '请查看 QIDI_HOME/logs/workers.log，并运行“qidi doctor”。',
    ],
    en: [
      'The workers do not start or keep dying ({reason})',
      'See QIDI_HOME/logs/workers.log and run “qidi doctor”.',
    ],
  },
  'worker.unexpected': {
    zh: ['处理时发生意外错误', '系统会自动重试；若仍失败，请把“qidi status”的输出交给管理员。'],
    en: [
      'An unexpected error happened while processing',
      'It is retried; if it persists, give the output of “qidi status” to your administrator.',
    ],
  },
  'config.invalid': {
    zh: ['设置有误：{name}', '{why}；可用的设置见 README 的配置表。'],
    en: ['A setting is wrong: {name}', '{why}; see the configuration table in the README.'],
  },
  'config.home_not_folder': {
    zh: ['{home} 是文件，不是文件夹', '请用 QIDI_HOME 指定一个文件夹，或移走这个文件。'],
    en: ['{home} is a file, not a folder', 'Choose a folder with QIDI_HOME, or move the file away.'],
  },
  'config.home_not_writable': {
    zh: ['数据目录不可写', '请检查 QIDI_HOME 的权限，或换一个目录。'],
    en: [
      'The data folder cannot be written',
      'Check the permissions of QIDI_HOME, or choose another folder.',
    ],
  },
  'config.lexicon_invalid': {
    zh: ['词库有误：{where}', '请改正该处后重新执行。'],
    en: ['The lexicon is wrong: {where}', 'Correct it there and run the command again.'],
  },
  'cli.usage': {
    zh: ['用法有误：{why}', '请看“qidi --help”或“qidi 命令 --help”。'],
    en: ['Wrong usage: {why}', 'See “qidi --help” or “qidi COMMAND --help”.'],
  },
  'cli.port_in_use': {
    zh: ['端口 {port} 已被占用', '请换一个端口：qidi serve --port 号码。'],
    en: ['Port {port} is in use', 'Choose another: qidi serve --port NUMBER.'],
  },
  'cli.cannot_write': {
    zh: ['无法写入该文件（{why}）', '请检查目录是否存在、是否可写、磁盘是否已满，或换一处输出。'],
    en: [
      'The file cannot be written ({why})',
      'Check that its folder exists and is writable and the disk is not full, or write elsewhere.',
    ],
  },
  'cli.no_such_clue': {
    zh: ['台账中没有该编号', '用“qidi list”查看编号。'],
    en: ['The register has no such number', 'See “qidi list” for the numbers.'],
  },
  'cli.several_clues': {
    zh: ['“{clueNo}”对应不止一个编号', '请写全其中一个：{candidates}。'],
    en: ['More than one number is meant by “{clueNo}”', 'Write one of them in full: {candidates}.'],
  },
  'cli.not_registered': {
    zh: ['{paper} 没有登记在台账中', '用“qidi status”查看它是否待人工、失败或还在处理。'],
    en: [
      '{paper} is not in the register',
      'See with “qidi status” whether it waits for a person, failed, or is due.',
    ],
  },
  'console.not_found': {
    zh: ['没有这个页面', '请检查网址，或从台账首页进入。'],
    en: ['There is no such page', 'Check the address, or start from the register.'],
  },
  'console.no_such_clue': {
    zh: ['台账中没有该编号', '请核对编号，或在台账页面按标题、被反映人查找。'],
    en: ['The register has no such number', 'Check the number, or look for it on the register’s page.'],
  },
  'console.invalid_query': {
    zh: ['查询条件有误：{name}', '请改正该条件后重新查询；日期写作 2017-04-18。'],
    en: ['A filter is wrong: {name}', 'Correct it and search again; days are written as 2017-04-18.'],
  },
  'console.invalid_address': {
    zh: ['看不懂这个地址', '请从台账首页进入，用页面上的查询框查；手写地址时，汉字要先编码。'],
    en: [
      'This address cannot be read',
      'Begin at the register’s page and use its search; letters that are not ASCII must be encoded in an address.',
    ],
  },
  'console.read_only': {
    zh: ['此版界面只供查看', '登记、导入请使用命令行（“qidi intake 文件夹”）。'],
    en: ['This console only shows', 'Take files in with the command “qidi intake FOLDER”.'],
  },
  'console.wrong_host': {
    zh: ['只接受本机地址访问', '请用 http://localhost 或 http://127.0.0.1 加端口号打开。'],
    en: [
      'Only addresses of this machine are answered',
      'Open it as http://localhost or http://127.0.0.1 with its port.',
    ],
  },
  'console.cannot_listen': {
    zh: ['无法监听端口 {port}（{why}）', '请用“--port”换一个端口，或停止占用它的程序。'],
    en: [
      'Port {port} cannot be listened on ({why})',
      'Choose another with “--port”, or stop the program that uses it.',
    ],
  },
  'console.unexpected': {
    zh: [
      '发生意外错误（事件编号 {reference}）',
      '请刷新重试；若仍出现，请把事件编号和 QIDI_HOME/logs/console.log 交给管理员。',
    ],
    en: [
      'An unexpected error happened (reference {reference})',
      'Load the page again; if it persists, give the reference and QIDI_HOME/logs/console.log to your administrator.',
    ],
  },
} as const;
