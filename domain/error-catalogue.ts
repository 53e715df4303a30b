import { decisionErrors } from './decision-errors.js';

type Entry = {
  readonly zh: readonly [what: string, remedy: string];
  readonly en: readonly [what: string, remedy: string];
};

/** Every error code of the product with what happened and what to do. Codes are stable: never rename one. */
export const errorCatalogue = {
  ...decisionErrors,
  'extraction.empty_file': {
    zh: ['文件是空的', '请核对原件，重新导出或扫描后再导入。'],
    en: ['The file is empty', 'Check the original; export or scan it again and take it in again.'],
  },
  'extraction.unsupported_format': {
    zh: ['暂不读取这种文件（{kind}）', '请另存为 docx、xlsx、pdf、txt、jpg、png 或 tiff 后重新导入。'],
    en: [
      'Files of this kind ({kind}) are not read',
      'Save it as docx, xlsx, pdf, txt, jpg, png or tiff and take it in again.',
    ],
  },
  'extraction.legacy_office': {
    zh: [
      '不读取这种旧版 Office 文件（{kind}）',
      '请用 Office 或 WPS 打开，另存为 docx、xlsx 或 pdf 后重新导入。',
    ],
    en: [
      'Old Office files of this kind ({kind}) are not read',
      'Open it in Office or WPS, save it as docx, xlsx or pdf and take it in again.',
    ],
  },
  'extraction.archive': {
    zh: ['压缩包（{kind}）不能直接导入', '请解压后把里面的文件导入。'],
    en: ['An archive ({kind}) cannot be taken in as it is', 'Unpack it and take in the files inside.'],
  },
  'extraction.password_needed': {
    zh: ['文件设有密码，无法读取', '请向来件单位索取密码，去除密码保护后重新导入。'],
    en: [
      'The file is protected by a password',
      'Ask the sender for it, remove the protection and take the file in again.',
    ],
  },
  'extraction.damaged': {
    zh: ['文件不完整或已损坏（{kind}）', '请核对原件是否能打开；重新复制、下载或扫描后再导入。'],
    en: [
      'The file is cut off or damaged ({kind})',
      'See whether the original opens; copy, download or scan it again.',
    ],
  },
  'extraction.too_large': {
    zh: ['文件过大，超过 {limit} MB', '请拆分文件，或降低扫描分辨率（300 dpi 足够）后重新导入。'],
    en: [
      'The file is larger than {limit} MB',
      'Split it, or scan at a lower resolution (300 dpi is enough).',
    ],
  },
  'extraction.too_much_text': {
    zh: ['文字过多，超过 {limit} 字', '请拆分成几个文件后重新导入。'],
    en: ['The text is longer than {limit} characters', 'Split it into several files.'],
  },
  'extraction.took_too_long': {
    zh: ['压缩包、邮件里的文件读取时间过长，其后的没有读取', '请解压后分成几批导入。'],
    en: [
      'Reading the files in the archive or mail took too long, and those behind were not read',
      'Unpack it and take the files in in several batches.',
    ],
  },
  'extraction.too_many_rows': {
    zh: ['表格过大，超过 {limit} 行', '请按年度或来源拆分成几个文件，每个不超过 {limit} 行，重新导入。'],
    en: [
      'The tables have more than {limit} rows',
      'Split the list, by year or source, into several files of no more than {limit} rows each.',
    ],
  },
  'extraction.unpacks_too_large': {
    zh: ['文件解压后过大，疑似异常文件', '请确认文件来源；可用 Word 或 WPS 打开后另存为 pdf 再导入。'],
    en: [
      'The file unpacks to far too much and may be malicious',
      'Check where it is from; save it as pdf and take that in.',
    ],
  },
  'extraction.nested_too_deep': {
    zh: ['压缩包、邮件层层嵌套，超过 {limit} 层', '请解压后把里面的文件单独导入；来源不明的请勿打开。'],
    en: [
      'Archives and mails lie in one another more than {limit} deep',
      'Unpack it and take in the files inside; open nothing of unknown origin.',
    ],
  },
  'extraction.too_many_members': {
    zh: [
      '压缩包、邮件里的文件超过 {limit} 个，其后的没有读取',
      '请分成几批，每批不超过 {limit} 个文件，分别导入。',
    ],
    en: [
      'Archives and mails hold more than {limit} files; those behind are not read',
      'Split it into parts of at most {limit} files and take each in.',
    ],
  },
  'extraction.too_many_pages': {
    zh: ['文件有 {pages} 页，超过 {limit} 页', '请拆分成几个文件后重新导入。'],
    en: ['The file has {pages} pages, more than {limit}', 'Split it into several files.'],
  },
  'extraction.image_too_large': {
    zh: ['图片过大，超过 {limit} 百万像素', '请以 300 dpi 重新扫描，或缩小图片后重新导入。'],
    en: ['The picture has more than {limit} million pixels', 'Scan it again at 300 dpi, or make it smaller.'],
  },
  'extraction.image_too_long': {
    zh: ['图片过长或过宽，超过 {limit} 像素', '请裁成几张，或缩小图片后重新导入。'],
    en: ['The picture is more than {limit} pixels long or wide', 'Cut it into several, or make it smaller.'],
  },
  'extraction.page_not_rendered': {
    zh: ['第 {page} 页无法转成图像', '请核对原件该页；可打印后重新扫描再导入。'],
    en: [
      'Page {page} could not be turned into an image',
      'Look at that page of the original; print and scan it again.',
    ],
  },
  'extraction.killed_its_reader': {
    zh: [
      '读取此文件的隔离进程每次都中止（{reason}），已停止尝试',
      '文件可能损坏或含恶意内容：请由专人在单独的电脑上打开核对，确认无害后另存为 pdf 或打印扫描后重新导入。',
    ],
    en: [
      'The sandboxed reader of this file ended each time ({reason}); it was given up',
      'It may be damaged or malicious: have a person open it on a separate machine, then save it as pdf or print and scan it, and take that in.',
    ],
  },
  'extraction.sandbox_unavailable': {
    zh: [
      '读取文件的隔离进程无法启动',
      '请运行“qidi doctor”查看原因；确认内存和进程数未用尽、程序已完整编译（npm run build），之后会自动重试。',
    ],
    en: [
      'The sandboxed process that reads files does not start',
      'Run “qidi doctor” to see why; check that memory and processes are not used up and the product is built whole (npm run build); it is then retried.',
    ],
  },
  'extraction.xfa_form': {
    zh: ['动态 XFA 表单，只有 Adobe Reader 能显示', '请用 Adobe Reader 打开，打印成普通 pdf 后重新导入。'],
    en: [
      'A dynamic XFA form, which only Adobe Reader shows',
      'Open it in Adobe Reader, print it to an ordinary pdf and take that in.',
    ],
  },
  'ocr.engine_unavailable': {
    zh: ['文字识别引擎无法启动', '请运行“qidi doctor”查看缺少什么，补齐后会自动重试。'],
    en: [
      'The recognition engine does not start',
      'Run “qidi doctor” to see what is missing; it is then retried.',
    ],
  },
  'ocr.engine_misreads': {
    zh: [
      '文字识别引擎能启动，但连试读的几个字也读不出来',
      '请重装 tesseract-ocr，或设 QIDI_OCR_ENGINE=bundled 改用自带的引擎，再运行“qidi doctor”；之后会自动重试。',
    ],
    en: [
      'The recognition engine starts, but does not read even the characters of its trial',
      'Install tesseract-ocr anew, or set QIDI_OCR_ENGINE=bundled to use the engine that comes along, and run “qidi doctor”; it is then retried.',
    ],
  },
  'extraction.unknown_format': {
    zh: ['不认识这种文件', '请确认文件类型；可另存为 docx、pdf、txt 或扫描成图片后重新导入。'],
    en: [
      'This kind of file is not known',
      'Check the file; save it as docx, pdf or txt, or scan it, and take it in again.',
    ],
  },
  'vault.key_unreadable': {
    zh: ['密钥文件无法读取或已损坏', '请从备份恢复 QIDI_HOME/keys/office.key；没有它，原件无法打开。'],
    en: [
      'The key file cannot be read or is damaged',
      'Restore QIDI_HOME/keys/office.key from a backup; originals cannot be opened without it.',
    ],
  },
  'vault.key_missing': {
    zh: [
      '密钥文件不在，而已有用它加密的原件',
      '请从备份恢复 QIDI_HOME/keys，或挂载它所在的磁盘；不会另造新密钥，否则原有原件无法打开。',
    ],
    en: [
      'The key file is missing, but there are originals encrypted with it',
      'Restore QIDI_HOME/keys from a backup or mount it; no new key is made, it could not open them.',
    ],
  },
  'vault.sealed_damaged': {
    zh: [
      '密封内容无法打开：数据损坏或密钥不符',
      '请确认 QIDI_HOME/keys 与数据库属于同一单位，或从备份恢复。',
    ],
    en: [
      'Sealed content cannot be opened: damaged, or sealed with another key',
      'Check that QIDI_HOME/keys belongs to this database, or restore from a backup.',
    ],
  },
  'vault.disk_full': {
    zh: ['磁盘空间不足，原件未能保存', '请腾出空间后重新执行同一命令，已收文件不会重复登记。'],
    en: [
      'The disk is full; the original was not stored',
      'Free some space and run the same command again; nothing is registered twice.',
    ],
  },
  'vault.original_missing': {
    zh: ['原件库中找不到该原件（{sha256}）', '请从备份恢复原件库，然后重新执行“qidi sweep”。'],
    en: [
      'The original {sha256} is not in the vault',
      'Restore the vault from a backup, then run “qidi sweep”.',
    ],
  },
  'vault.original_damaged': {
    zh: ['原件已损坏或被改动（{sha256}）', '请从备份恢复该原件，然后重新执行“qidi sweep”。'],
    en: [
      'The original {sha256} is damaged or was changed',
      'Restore it from a backup, then run “qidi sweep”.',
    ],
  },
  'register.no_embedded_server': {
    zh: ['本机平台（{platform}）没有内置数据库', '请安装 PostgreSQL 15 以上版本并设置 DATABASE_URL。'],
    en: [
      'There is no embedded database for {platform}',
      'Install PostgreSQL 15 or later and set DATABASE_URL.',
    ],
  },
  'register.embedded_failed': {
    zh: ['内置数据库无法启动', '请查看 {log}；确认磁盘未满、目录可写，或设置 DATABASE_URL 使用独立数据库。'],
    en: [
      'The embedded database does not start',
      'See {log}; check that the disk is not full and the folder is writable, or set DATABASE_URL.',
    ],
  },
  'register.unavailable': {
    zh: ['数据库无法连接', '请检查数据库是否运行、DATABASE_URL 是否正确；然后重新执行同一命令即可继续。'],
    en: [
      'The database cannot be reached',
      'Check that it runs and that DATABASE_URL is right; then run the same command again to go on.',
    ],
  },
  'register.refused': {
    zh: [
      '数据库拒绝连接或建表（{reason}）',
      '请核对 DATABASE_URL 的用户名、口令和权限，并确认 PostgreSQL 为 15 以上版本。',
    ],
    en: [
      'The database refuses the connection or its tables ({reason})',
      'Check user, password and rights in DATABASE_URL, and that it is PostgreSQL 15 or later.',
    ],
  },
  'register.superseded': {
    zh: ['处理结果已被更新的一次处理取代', '无需操作。'],
    en: ['A newer run replaced this one', 'Nothing to do.'],
  },
  'queue.unavailable': {
    zh: ['任务队列无法连接', '请检查 Redis 是否运行、REDIS_URL 是否正确；然后重新执行同一命令即可继续。'],
    en: [
      'The queue cannot be reached',
      'Check that Redis runs and that REDIS_URL is right; then run the same command again to go on.',
    ],
  },
  'worker.died_repeatedly': {
    zh: ['处理该文件时程序多次意外中止', '请人工查看原件；可另存为其他格式后重新导入。'],
    en: [
      'The worker died several times while it processed this file',
      'Have a person look at the original; save it in another format and take it in again.',
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
  'intake.not_found': {
    zh: ['找不到该文件', '请检查路径。'],
    en: ['There is no such file', 'Check the path.'],
  },
  'intake.broken_link': {
    zh: ['这是一个失效的链接', '请直接导入链接所指的文件。'],
    en: ['This is a broken link', 'Take in the file that it should point to.'],
  },
  'intake.not_a_file': {
    zh: ['这不是普通文件', '只能导入文件和文件夹。'],
    en: ['This is not an ordinary file', 'Only files and folders can be taken in.'],
  },
  'intake.no_permission': {
    zh: ['没有读取权限', '请赋予读取权限后重新导入。'],
    en: ['There is no permission to read it', 'Give permission and take it in again.'],
  },
  'intake.empty_file': {
    zh: ['文件是空的', '请向报送人索取完整文件后重新导入。'],
    en: ['The file is empty', 'Ask the sender for the whole file and take it in again.'],
  },
  'intake.empty_folder': {
    zh: ['文件夹里没有文件', '请检查路径。'],
    en: ['The folder holds no file', 'Check the path.'],
  },
  'intake.unreadable_medium': {
    zh: ['读取时存储介质出错', '请检查磁盘或网络盘，换一处存放后重新导入。'],
    en: [
      'The medium it lies on failed while reading',
      'Check the disk or network share, copy the file elsewhere and take it in again.',
    ],
  },
  'intake.still_changing': {
    zh: ['文件仍在写入', '请等复制或扫描完成后重新导入。'],
    en: ['The file is still being written', 'Wait until copying or scanning ends and take it in again.'],
  },
  'intake.too_large': {
    zh: ['文件超过 {limit} MB', '请拆分后导入，或调大 QIDI_MAX_FILE_MB。'],
    en: ['The file is larger than {limit} MB', 'Split it, or raise QIDI_MAX_FILE_MB.'],
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
  'items.classified': {
    zh: [
      '首页标有密级“{mark}”，已隔离，未读取内容',
      '请交本单位保密人员、负责人按保密规定处理；请勿在此系统中打开、转存或另行导入。',
    ],
    en: [
      'It is marked as classified ({mark}): set apart, its content was not read',
      'Hand it to the officer for classified papers; do not open, copy or take it in here again.',
    ],
  },
  'items.members_unread': {
    zh: [
      '压缩包、邮件里有 {count} 个文件因同样的原因未能读取：{why}',
      '{remedyOfWhy}是哪些文件，可用“qidi inspect 文件”逐个列出。',
    ],
    en: [
      '{count} files in the archive or mail could not be read for the same reason: {why}',
      '{remedyOfWhy} “qidi inspect FILE” lists them one by one.',
    ],
  },
  'filing.empty': {
    zh: ['没有文字内容', '请人工查看原件，确认是否漏扫；必要时补扫后再导入，或用“qidi register”登记。'],
    en: [
      'There is no text in it',
      'Have a person look at the original; scan it again if pages are missing, or register it with “qidi register”.',
    ],
  },
  'filing.taken_back': {
    zh: [
      '人工登记已撤销；机器现已能读这份原件，正待自动归档',
      '等待即可；若久未归档，请用“qidi serve”或“qidi worker”启动处理进程，或用“qidi register”重新登记。',
    ],
    en: [
      'Its registration by hand was taken back; machines can read it by now and will file it',
      'Wait; if it stays, start a worker with “qidi serve” or “qidi worker”, or register it again with “qidi register”.',
    ],
  },
  'filing.too_short': {
    zh: ['文字太少，无法自动登记', '请人工查看原件，用“qidi register”登记。'],
    en: [
      'There is too little text to register it by',
      'Have a person look at the original and register it with “qidi register”.',
    ],
  },
  'filing.low_confidence': {
    zh: [
      '识别可信度太低（可能为手写或影像模糊）',
      '请人工辨认原件，用“qidi register”登记；条件允许时以 300 dpi 重新扫描后再导入。',
    ],
    en: [
      'It was recognised with too little confidence (handwriting, or a poor image)',
      'Have a person read the original and register it with “qidi register”; scan it again at 300 dpi if possible.',
    ],
  },
  'filing.handwritten': {
    zh: ['疑似手写件，机器不能可靠识别', '请人工阅读原件后用“qidi register”登记；识别出的文字仅供参考。'],
    en: [
      'It is probably handwritten, which is not read reliably',
      'Have a person read the original and register it with “qidi register”; the recognised text is only a hint.',
    ],
  },
  'filing.unreadable': {
    zh: [
      '没有可用的文字，无法自动登记',
      '请人工查看原件，用“qidi register”登记；必要时重新扫描（300 dpi）后再导入。',
    ],
    en: [
      'There is no usable text to register it by',
      'Have a person look at the original and register it with “qidi register”; scan it again at 300 dpi if need be.',
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
  'worker.unexpected': {
    zh: ['处理时发生意外错误', '系统会自动重试；若仍失败，请把“qidi status”的输出交给管理员。'],
    en: [
      'An unexpected error happened while processing',
      'It is retried; if it persists, give the output of “qidi status” to your administrator.',
    ],
  },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof errorCatalogue;
