-- What the agencies sent, byte for byte; the same bytes are kept once.
create table raw_bytes (
    hash  text   primary key check (hash ~ '^[0-9a-f]{64}$'),
    size  bigint not null check (size >= 0),
    bytes bytea  not null
);

-- One line for each arrival. It is written before the sender's file is touched, and tells what became of it.
create table receipt (
    id          bigint      generated always as identity primary key,
    feed        text        not null,
    name        text        not null,
    hash        text        not null check (hash ~ '^[0-9a-f]{64}$'),
    size        bigint      not null,
    received_at timestamptz not null,
    state       text        not null check (state in ('received', 'settled', 'quarantined')),
    format      text,
    reason      text,
    finished_at timestamptz,
    filed_at    timestamptz
);
comment on column receipt.filed_at is 'when the file had left the watched folder for done/ or failed/';

-- While a file lies in the folder, reading it again finds its receipt instead of making another one.
create unique index receipt_in_the_folder on receipt (feed, name, hash) where filed_at is null;
create index receipt_to_do on receipt (id) where state = 'received';
create index receipt_by_name on receipt (feed, name, id desc);
create index receipt_in_quarantine on receipt (id desc) where state = 'quarantined';

-- The items a payload held and what each of them changed.
create table receipt_item (
    receipt_id bigint  not null references receipt,
    rank       integer not null,
    provider   text    not null,
    guid       text    not null,
    version    bigint  not null,
    kind       text    not null,
    headline   text    not null,
    outcome    text    not null check (outcome in ('new', 'newer', 'repeat', 'older', 'flagged')),
    primary key (receipt_id, rank)
);

-- Every version of every item as it was parsed.
create table wire_item_version (
    provider     text        not null,
    guid         text        not null,
    version      bigint      not null,
    content_hash text        not null,
    item         jsonb       not null,
    receipt_id   bigint      not null references receipt,
    settled_at   timestamptz not null,
    primary key (provider, guid, version)
);

-- The version that counts, as it stands in the wire log.
create table wire_item (
    provider     text        not null,
    guid         text        not null,
    version      bigint      not null,
    content_hash text        not null,
    kind         text        not null,
    status       text        not null,
    feed         text        not null,
    file_name    text        not null default '',
    file_size    bigint,
    picture_hash text,
    item         jsonb       not null,
    position     bigint      not null,
    settled_at   timestamptz not null,
    primary key (provider, guid),
    foreign key (provider, guid, version) references wire_item_version
);
create index wire_item_by_file on wire_item (feed, file_name) where file_name <> '';

-- A picture's original: what its header and its embedded metadata say.
create table picture_original (
    hash      text    primary key references raw_bytes,
    mime_type text    not null,
    width     integer not null,
    height    integer not null,
    embedded  jsonb   not null
);

-- The newest file of a name in a feed: what an item that names it means.
create table picture_file (
    feed       text   not null,
    name       text   not null,
    hash       text   not null references picture_original,
    receipt_id bigint not null references receipt,
    primary key (feed, name)
);

-- Positions are given out under one lock held until commit: no gap, and none visible before an earlier one.
create table wire_log (
    position bigint      primary key,
    id       uuid        not null unique,
    at       timestamptz not null,
    size     integer     not null,
    item     jsonb       not null
);
