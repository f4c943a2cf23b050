-- What somebody has to look at now; a line goes when it is over.
create table alarm (
    kind     text        not null check (kind in ('quiet', 'failing', 'quarantine')),
    feed     text        not null,
    since    timestamptz not null,
    sentence text        not null,
    primary key (kind, feed)
);

-- How long a feed is usually quiet, as it was last learned from its receipts.
create table feed_habit (
    feed       text        primary key,
    usual_gap  interval,
    arrivals   bigint      not null,
    learned_at timestamptz not null
);
comment on column feed_habit.arrivals is 'minutes in which something came, of those that were looked at';
