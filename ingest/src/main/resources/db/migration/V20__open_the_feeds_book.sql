-- The feeds: how each agency's copy comes in. A drop folder is a feed of its own accord.
create table feed (
    name       text        primary key check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    title      text        not null,
    transport  text        not null,
    settings   jsonb       not null default '{}',
    secrets    jsonb       not null default '{}',
    poll_every interval    not null default interval '1 minute',
    paused     boolean     not null default false,
    version    bigint      not null default 1,
    opened_at  timestamptz not null default now(),
    retired_at timestamptz
);
comment on column feed.secrets is 'by name, each sealed with AES-GCM under a key the database does not know';

-- Where each feed stands. Kept apart from what editors change, so that neither disturbs the other.
create table feed_state (
    feed          text        primary key references feed,
    due_at        timestamptz not null default now(),
    lease         uuid,
    leased_until  timestamptz,
    failures      integer     not null default 0,
    position      jsonb       not null default '{}',
    last_tried_at timestamptz,
    last_error    text,
    last_error_at timestamptz
);
comment on column feed_state.lease is 'held by the one worker that fetches now; what it writes counts only while it holds it';
create index feed_due on feed_state (due_at);

-- What was fetched before: files, mails, entries, bodies. Written in the transaction of their receipts.
create table feed_seen (
    feed         text        not null references feed,
    key          text        not null,
    last_seen_at timestamptz not null default now(),
    primary key (feed, key)
);

-- What happened to a feed; the same thing again and again is one line.
create table feed_history (
    id       bigint      generated always as identity primary key,
    feed     text        not null references feed,
    since    timestamptz not null default now(),
    at       timestamptz not null default now(),
    times    integer     not null default 1,
    what     text        not null check (what in ('tried', 'failed', 'paused', 'resumed', 'changed')),
    sentence text        not null
);
create index feed_history_by_feed on feed_history (feed, id desc);

-- What a pushed payload was answered, so that the same push again gets the same answer.
create table push_answer (
    feed       text        not null references feed,
    key        text        not null,
    hash       text        not null,
    receipt_id bigint      not null references receipt,
    at         timestamptz not null default now(),
    primary key (feed, key)
);
create index push_answer_by_age on push_answer (at);

-- What a feed received when: its counts, its last item and its habit.
create index receipt_by_feed on receipt (feed, received_at);
