-- The register. Columns named `sealed…` hold bytes that only the office's key opens: letters before their
-- informant is masked, informants, file names. Everything else is already masked.

create table originals (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  extension text not null,
  stored_at timestamptz not null default now()
);

-- One reading of an original, and where its processing stands. The generation rises with every hand-over to
-- the queue and every commit: a worker that comes too late finds another number and changes nothing.
create table documents (
  id bigint generated always as identity primary key,
  sha256 text not null unique references originals,
  generation integer not null default 1,
  state text not null default 'due' check (state in ('due', 'done', 'failed')),
  lane text not null default 'text' check (lane in ('text', 'ocr')),
  -- Whether a worker took this generation up, and how often one that had never came back.
  opened boolean not null default false,
  losses integer not null default 0,
  error_code text,
  error_params jsonb,
  format text,
  flags text[] not null default '{}',
  due_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index documents_due on documents (due_at) where state = 'due';

-- One file in one place, however often it is presented; every presentation is an arrival.
create table receipts (
  id bigint generated always as identity primary key,
  sha256 text not null references originals,
  -- Keyed hash of where the file lay: the same file presented again is the same receipt.
  origin_key text not null,
  sealed_name bytea not null,
  channel text,
  received_on date,
  received_basis text not null check (received_basis in ('stated', 'file-name', 'arrival')),
  arrived_on date not null,
  at timestamptz not null default now(),
  unique (sha256, origin_key)
);

create table arrivals (
  id bigint generated always as identity primary key,
  batch uuid not null,
  receipt_id bigint not null references receipts,
  at timestamptz not null default now()
);
create index arrivals_batch on arrivals (batch);
create index arrivals_receipt on arrivals (receipt_id);

create table pages (
  document_id bigint not null references documents,
  number integer not null check (number >= 1),
  source text not null check (source in ('text', 'ocr')),
  -- What the recognition depended on; null until the page is recognised.
  digest text,
  sealed_recognition bytea,
  confidence real,
  flags text[] not null default '{}',
  losses integer not null default 0,
  primary key (document_id, number)
);

-- What every stage made of a document last; replaced when the stage runs again.
create table artefacts (
  document_id bigint not null references documents,
  name text not null,
  digest text not null,
  output_digest text not null,
  sealed_value bytea not null,
  primary key (document_id, name)
);

-- Every run of every stage, never changed.
create table stage_runs (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents,
  stage text not null,
  version integer not null,
  digest text not null,
  page integer,
  outcome text not null check (outcome in ('done', 'failed', 'lost')),
  error_code text,
  duration_ms real not null,
  at timestamptz not null default now()
);
create index stage_runs_document on stage_runs (document_id);

create table items (
  id bigint generated always as identity primary key,
  document_id bigint not null references documents,
  ordinal integer not null,
  member text,
  row_number integer,
  text text not null,
  -- Item, Sealed and Topics of the pipeline, without text and informant.
  item jsonb not null,
  sealed jsonb not null,
  topics jsonb not null,
  state text not null default 'filed' check (state in ('filed', 'review')),
  review_code text,
  unique (document_id, ordinal)
);

create table informants (
  item_id bigint primary key references items,
  sealed_fields bytea not null
);

create table fingerprints (
  item_id bigint primary key references items,
  text_hash text not null,
  size integer not null,
  signature bytea not null,
  bands bigint[] not null
);
create index fingerprints_text_hash on fingerprints (text_hash);
create index fingerprints_bands on fingerprints using gin (bands);

-- Numbers are handed out once and never again, also when a filing is undone.
create table clue_numbers (
  region text not null,
  year integer not null,
  last integer not null,
  primary key (region, year)
);

create table clues (
  id bigint generated always as identity primary key,
  -- Region and year of the number; the number itself is given at the commit.
  region text not null,
  year integer not null,
  clue_no text unique,
  petition_class text not null,
  title text not null,
  summary text not null,
  received_on date not null,
  source text not null,
  channel text not null,
  signature text not null,
  status text not null default 'registered',
  disposition text,
  assigned_to text,
  due_on date,
  amount double precision,
  acted_from date,
  acted_to date,
  ocr boolean not null,
  confidence real not null,
  flags text[] not null default '{}',
  -- Entities with evidence, as in the export.
  entities jsonb not null,
  registered_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index clues_received on clues (received_on, id);

-- Numbers have no gaps, so whoever takes the next one keeps all others waiting until the commit. Taking it as the
-- very last thing inside the commit makes that wait as short as it can be: 530400-XS-2020-0001.
create function give_clue_no() returns trigger language plpgsql as $$
declare
  number integer;
begin
  insert into clue_numbers (region, year, last) values (new.region, new.year, 1)
  on conflict (region, year) do update set last = clue_numbers.last + 1 returning last into number;
  update clues set clue_no = new.region || '-XS-' || new.year || '-'
    || lpad(number::text, greatest(4, length(number::text)), '0') where id = new.id;
  return null;
end $$;
create constraint trigger clues_give_clue_no after insert on clues
  deferrable initially deferred for each row execute function give_clue_no();

create table sources (
  id bigint generated always as identity primary key,
  clue_id bigint not null references clues,
  item_id bigint not null references items,
  receipt_id bigint not null references receipts,
  -- Place among the clue's sources, principal first; kept by the filing.
  ordinal integer not null default 0,
  -- The file's name with the informant masked.
  file text not null,
  received_on date not null,
  -- The source by which its clue was opened; what counts as new, whatever comes first later.
  opened_clue boolean not null default false,
  relation text not null default 'first',
  similarity real not null default 1,
  new_facts jsonb not null default '[]',
  unique (item_id, receipt_id)
);
create index sources_clue on sources (clue_id, ordinal);

create table accused (
  clue_id bigint not null references clues,
  ordinal integer not null,
  name text,
  organisation text,
  position text,
  evidence jsonb not null,
  primary key (clue_id, ordinal)
);
create index accused_name on accused (name);

create table tags (
  clue_id bigint not null references clues,
  kind text not null check (kind in ('topic', 'offence')),
  code text not null,
  name text not null,
  score real not null,
  evidence jsonb not null,
  primary key (clue_id, kind, code)
);
create index tags_code on tags (kind, code);

-- What a clue can be linked by: two clues with the same key are linked.
create table links (
  clue_id bigint not null references clues,
  kind text not null,
  key text not null,
  -- As it stands in the record, for the explanation.
  label text not null,
  primary key (clue_id, kind, key)
);
create index links_key on links (kind, key);

create table sweeps (
  id bigint generated always as identity primary key,
  scope jsonb not null,
  -- Filled when the sweep has ended.
  differences jsonb,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);

-- The frozen scope of a sweep with the records as they stood before it.
create table sweep_documents (
  sweep_id bigint not null references sweeps,
  document_id bigint not null references documents,
  before jsonb not null,
  primary key (sweep_id, document_id)
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  subject text not null,
  details jsonb not null default '{}'
);
create index audit_subject on audit (subject);
