-- What the items of a payload changed stands on its receipt: one row less to write and to find for each payload.
alter table receipt add column items json;
update receipt r set items = i.items
from (select receipt_id, json_agg(json_build_object('provider', provider, 'guid', guid, 'version', version, 'kind', kind,
          'headline', headline, 'outcome', outcome) order by rank) as items
      from receipt_item group by receipt_id) as i
where i.receipt_id = r.id;
drop table receipt_item;

alter table receipt
    add column parent   bigint,
    add column replays  integer not null default 0,
    add column attempts integer not null default 0,
    drop constraint receipt_state_check,
    add constraint receipt_state_check check (state in ('received', 'settled', 'quarantined', 'dropped'));
comment on column receipt.parent is 'the receipt of the payload it came inside of';
comment on column receipt.replays is 'how often it was taken out of quarantine to be read again';
comment on column receipt.attempts is 'how often the service ended while it was being read';
create unique index receipt_enclosed on receipt (parent, name, hash) where parent is not null;
create index receipt_by_hash on receipt (hash);

-- The payloads that are being read right now, a line for each batch. A line that is here when the service starts is of
-- a run that ended in the middle of it.
create table reading_now (
    id       uuid        primary key,
    receipts bigint[]    not null,
    since    timestamptz not null
);

-- The log holds the item; whoever needs it as it stands there refers to the position. Text, not jsonb: it is written
-- once, read whole and never searched, and it is short enough to stay in its row.
alter table wire_log alter column item type json using item::json, alter column item set storage external;
alter table wire_log set (toast_tuple_target = 8160);
alter table raw_bytes alter column bytes set storage external;
alter table raw_bytes set (toast_tuple_target = 8160);

alter table wire_item drop constraint wire_item_provider_guid_version_fkey, drop column item;
alter table wire_item_version
    drop constraint wire_item_version_receipt_id_fkey,
    alter column item type json using item::json,
    alter column item drop not null,
    add column position bigint,
    add constraint wire_item_version_is_somewhere check (item is not null or position is not null);
comment on column wire_item_version.item is 'as it was parsed, where no entry of the log holds exactly that';
comment on column wire_item_version.position is 'the entry of the log that holds it as it was parsed';
alter table picture_file drop constraint picture_file_receipt_id_fkey;

-- What an item says about another one of the same provider; remembered whether that one is here yet or not.
create table wire_verdict (
    provider text        not null,
    guid     text        not null,
    rel      text        not null check (rel in ('kills', 'corrects', 'updates')),
    by_guid  text        not null,
    since    timestamptz not null,
    primary key (provider, guid, rel, by_guid)
);
comment on column wire_verdict.by_guid is 'the item that says so; the item itself for a kill within its own lineage';
