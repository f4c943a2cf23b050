-- Picture files that no item named in time and that say enough of themselves: they are items of their own.
create table lone_picture (
    feed   text        not null,
    name   text        not null,
    hash   text        not null check (hash ~ '^[0-9a-f]{64}$'),
    guid   text,
    joined text,
    since  timestamptz not null,
    primary key (feed, name, hash)
);
comment on column lone_picture.guid is 'what its item is called; null where it says too little of itself for one';
comment on column lone_picture.joined is 'the item that named it afterwards';

create index receipt_waiting on receipt (finished_at) where state = 'settled' and reason = 'waiting for its item';
create index lone_picture_open on lone_picture (feed, name) where guid is not null and joined is null;

-- Whether a file is another one's picture sent again, such as with its caption put right: it has the same number or the
-- same words inside. Agencies use names over and over, so a name alone never puts another picture on a story.
create function is_sent_again(was text, now text) returns boolean language sql stable as $$
    select was <> now and exists (
        select from picture_original a, picture_original b
        where a.hash = was and b.hash = now
          and (nullif(a.embedded -> 'details' ->> 'guid', '') = b.embedded -> 'details' ->> 'guid'
            or nullif(a.embedded -> 'details' ->> 'transmission', '') = b.embedded -> 'details' ->> 'transmission'
            or nullif(a.embedded ->> 'caption', '') = b.embedded ->> 'caption'))
$$;
