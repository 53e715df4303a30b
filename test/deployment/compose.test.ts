import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig, settings } from '../../office/index.js';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  network_mode?: string;
  networks?: string[];
  security_opt?: string[];
  cap_drop?: string[];
  read_only?: boolean;
  tmpfs?: string[];
  pids_limit?: number;
  mem_limit?: string;
  healthcheck?: { test: string[] };
  deploy?: { replicas: number };
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean }>;
};
const dockerfile = readFileSync('Dockerfile', 'utf8');
const { services } = compose;
const ours = Object.entries(services).filter(([, service]) => service.build === '.');

/** What the images of the two servers read themselves. */
const ofServers = [
  'POSTGRES_USER',
  'POSTGRES_DB',
  'POSTGRES_PASSWORD',
  'POSTGRES_INITDB_ARGS',
  'REDIS_PASSWORD',
];

describe('docker-compose.yml', () => {
  it('has a console, workers of either lane and both servers', () => {
    expect(Object.keys(services).sort()).toEqual([
      'console',
      'ocr-worker',
      'postgres',
      'redis',
      'text-worker',
    ]);
    expect(ours.map(([name]) => name)).toEqual(['console', 'text-worker', 'ocr-worker']);
    expect(services['ocr-worker']!.deploy!.replicas).toBeGreaterThan(1);
  });

  it('names no variable that nobody reads', () => {
    const named = ours.flatMap(([, { environment }]) => Object.keys(environment ?? {}));
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(settings)).toContain(name);
    for (const name of ['postgres', 'redis'])
      for (const variable of Object.keys(services[name]!.environment ?? {}))
        expect(ofServers).toContain(variable);
    const asked = [...readFileSync('docker-compose.yml', 'utf8').matchAll(/\$\{(\w+)/g)].map((m) => m[1]!);
    for (const name of asked) expect([...Object.keys(settings), ...ofServers]).toContain(name);
  });

  it.each(ours)('%s has settings that the product accepts, with its own defaults', (_, { environment }) => {
    const filled = Object.fromEntries(
      Object.entries(environment!).map(([name, value]) => [
        name,
        value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'secret'),
      ]),
    );
    const { databaseUrl, redisUrl, ...rest } = readConfig(filled);
    const { databaseUrl: noDatabase, redisUrl: noRedis, ...defaults } = readConfig({});
    expect(rest).toEqual(defaults);
    expect(noDatabase ?? noRedis).toBeNull();
    expect(new URL(databaseUrl!).hostname).toBe('postgres');
    expect(new URL(redisUrl!).hostname).toBe('redis');
  });

  it('keeps the queue’s jobs: append-only file, and nothing thrown out when memory is short', () => {
    const command = services.redis!.command!.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--requirepass');
  });

  it('keeps words of letters out of the database’s log', () => {
    const command = services.postgres!.command!;
    for (const setting of [
      'log_min_error_statement=panic',
      'log_parameter_max_length_on_error=0',
      'log_error_verbosity=terse',
    ])
      expect(command).toContain(setting);
  });

  it('opens nothing to other machines', () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    // The console listens on 127.0.0.1 alone, which is the host's own only in its network.
    expect(services.console!.network_mode).toBe('host');
    expect(services.console!.command).not.toContain('--host');
  });

  it('holds what opens files of unknown origin: no way out, nothing to write to, no privilege, limits', () => {
    for (const [, service] of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(service.security_opt).toContain('no-new-privileges:true');
      expect(service.tmpfs!.join()).toMatch(/^\/tmp:size=/);
      expect(service.pids_limit).toBeGreaterThan(0);
    }
    expect(compose.networks.inside).toEqual({ internal: true });
    for (const name of ['text-worker', 'ocr-worker']) {
      expect(services[name]!.networks).toEqual(['inside']);
      expect(services[name]!.mem_limit).toMatch(/^\dg$/);
    }
    for (const name of ['postgres', 'redis']) expect(services[name]!.networks).toContain('inside');
  });

  it('pins every image and keeps every folder of data in a volume', () => {
    const images = Object.values(services).map((service) => service.image ?? '');
    for (const image of images) expect(image).toMatch(/^[a-z]+:\d+\.\d+(\.\d+)?(-\w+)?$/);
    expect(services.postgres!.image).toMatch(/^postgres:17\./);
    expect(services.redis!.image).toMatch(/^redis:7\./);
    const mounted = Object.values(services).flatMap((s) => (s.volumes ?? []).map((v) => v.split(':')[0]!));
    expect([...new Set(mounted)].sort()).toEqual(Object.keys(compose.volumes).sort());
    for (const [, service] of ours) expect(service.volumes).toEqual(['qidi-home:/var/lib/qidi']);
  });

  it('asks every server and the console whether it is well', () => {
    for (const name of ['console', 'postgres', 'redis'])
      expect(services[name]!.healthcheck!.test.length).toBeGreaterThan(1);
  });
});

describe('Dockerfile', () => {
  const final = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('has images of one pinned Node.js that is new enough', () => {
    const versions = [...dockerfile.matchAll(/^FROM node:(\d+)\.(\d+)\.(\d+)-/gm)].map((m) => m.slice(1, 4));
    expect(versions).toHaveLength(2);
    expect(versions[0]).toEqual(versions[1]);
    const [major, minor] = versions[0]!.map(Number);
    expect(major! * 100 + minor!).toBeGreaterThanOrEqual(2019);
  });

  it('runs as an ordinary user, without development packages', () => {
    expect(dockerfile.indexOf('npm prune --omit=dev')).toBeLessThan(dockerfile.lastIndexOf('\nFROM '));
    expect(dockerfile).toContain('npm prune --omit=dev');
    expect(final).toMatch(/^USER node$/m);
    expect(final).not.toMatch(/npm (ci|install)|apt-get/);
  });

  it('names no variable that nobody reads, and keeps its data where compose mounts it', () => {
    const variables = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap((m) =>
      m[1]!.split(' ').map((pair) => pair.split('=')[0]!),
    );
    for (const name of variables)
      expect(['NODE_ENV', 'MALLOC_ARENA_MAX', ...Object.keys(settings)]).toContain(name);
    expect(final).toContain('QIDI_HOME=/var/lib/qidi');
  });

  it('is given every folder that is compiled', () => {
    const allowed = readFileSync('.dockerignore', 'utf8').split('\n');
    const { include } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { include: string[] };
    expect(allowed).toContain('*');
    for (const folder of include) expect(allowed).toContain(`!${folder}`);
  });
});
