export { type Backend, backends, farApart, type Servers, startServers } from './backends.js';
export {
  alive,
  type Outcome,
  program,
  type Running,
  runQidi,
  start,
  startQidi,
  untilEnd,
  untilGone,
} from './command.js';
export { runningIn, type TestFolder, useFolder } from './folder.js';
export {
  canonical,
  exportRegister,
  jsonOf,
  makeBatch,
  makeOld,
  putFile,
  sampleFile,
  scans,
} from './office.js';
export { growth, processorTime } from './processor-time.js';
export {
  askPostgres,
  askRedis,
  embeddedConnection,
  embeddedPid,
  freePort,
  type PostgresServer,
  type RedisServer,
  startPostgres,
  startRedis,
} from './servers.js';
export { asOrdinaryUser } from './users.js';
export { waitFor } from './waiting.js';
