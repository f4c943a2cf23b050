-- The newsroom's routing rules, in the order of their rank. conditions and decision are the rule as the desk wrote it.
create table routing_rule (
    id         text        primary key check (id ~ '^[A-Za-z0-9_-]{1,64}$'),
    name       text        not null,
    active     boolean     not null,
    rank       integer     not null,
    version    bigint      not null check (version > 0),
    conditions jsonb       not null,
    decision   jsonb       not null,
    changed_at timestamptz not null
);

-- Counts up with every change of the rules: whoever holds them in memory sees by it whether they still stand.
create table routing_book (
    only_one boolean primary key default true check (only_one),
    edition  bigint  not null
);
insert into routing_book (edition) values (0);

-- What the rules decided when the entry was made; empty for entries from before there were rules.
alter table wire_log add column routing jsonb;

-- The newest items, for a rehearsal of a rule.
create index wire_item_newest on wire_item (position desc);
