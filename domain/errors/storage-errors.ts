/** What is wrong with where things are kept and how they move; part of the error catalogue. */
export const storageErrors = {
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
} as const;
