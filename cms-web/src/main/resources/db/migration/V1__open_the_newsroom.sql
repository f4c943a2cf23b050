-- The newspaper itself: one row.
CREATE TABLE masthead (
    only_one       boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    name           text NOT NULL,
    tagline        text NOT NULL DEFAULT '',
    time_zone      text NOT NULL,
    language       text NOT NULL DEFAULT 'en'
);

CREATE TABLE section (
    slug         text PRIMARY KEY,
    name         text NOT NULL,
    rank         integer NOT NULL,
    -- Media topics whose wire copy is suggested for this section when it is taken.
    media_topics text[] NOT NULL DEFAULT '{}'
);

-- A line of the site's, added when a page is rendered; section NULL: on every page.
CREATE TABLE promo (
    id        uuid PRIMARY KEY,
    section   text REFERENCES section (slug),
    words     text NOT NULL,
    href      text NOT NULL,
    starts_at timestamptz,
    ends_at   timestamptz
);

CREATE TABLE staff (
    id            uuid PRIMARY KEY,
    login         text NOT NULL UNIQUE,
    name          text NOT NULL,
    password_hash text NOT NULL,
    roles         text[] NOT NULL,
    section       text REFERENCES section (slug),
    active        boolean NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT now()
);

-- How far we are in the logs of others.
CREATE TABLE log_reader (
    log      text PRIMARY KEY,
    position bigint NOT NULL,
    moved_at timestamptz NOT NULL DEFAULT now()
);

-- The newest version of each wire item; item is core's WireItem as JSON.
CREATE TABLE wire_item (
    provider        text NOT NULL,
    guid            text NOT NULL,
    version         bigint NOT NULL,
    position        bigint NOT NULL,
    kind            text NOT NULL,
    status          text NOT NULL,
    received_at     timestamptz NOT NULL,
    embargoed_until timestamptz,
    urgency         integer,
    headline        text NOT NULL,
    slugline        text NOT NULL,
    item            jsonb NOT NULL,
    dropped_at      timestamptz,
    dropped_by      uuid REFERENCES staff (id),
    PRIMARY KEY (provider, guid)
);
CREATE INDEX wire_item_newest ON wire_item (position DESC);

-- Which items belong together, as the wire said: text to picture, package to member.
CREATE TABLE wire_link (
    provider    text NOT NULL,
    guid        text NOT NULL,
    linked_guid text NOT NULL,
    rel         text NOT NULL,
    rank        integer NOT NULL,
    PRIMARY KEY (provider, guid, linked_guid)
);
CREATE INDEX wire_link_back ON wire_link (linked_guid);

-- Originals we hold; the bytes lie in the picture store under the hash.
CREATE TABLE picture (
    hash      text PRIMARY KEY,
    mime_type text NOT NULL,
    width     integer NOT NULL,
    height    integer NOT NULL,
    bytes     bigint NOT NULL,
    kept_at   timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE story (
    id                 uuid PRIMARY KEY,
    state              text NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'killed', 'spiked')),
    -- Counts up with every write; a write that names an older one is refused.
    version            integer NOT NULL,
    -- The newest saved words: core's StoryContent as JSON; headline and section stand beside it for the lists.
    content            jsonb NOT NULL,
    headline           text NOT NULL,
    section            text NOT NULL,
    wire_provider      text,
    wire_guid          text,
    wire_version       bigint,
    embargoed_until    timestamptz,
    created_at         timestamptz NOT NULL,
    created_by         uuid NOT NULL REFERENCES staff (id),
    saved_at           timestamptz NOT NULL,
    saved_by           uuid NOT NULL REFERENCES staff (id),
    first_published_at timestamptz,
    updated_at         timestamptz,
    published_revision integer,
    killed_at          timestamptz,
    kill_reason        text
);
CREATE INDEX story_saved ON story (saved_at DESC);
CREATE INDEX story_wire ON story (wire_provider, wire_guid);

-- Every save, for ever.
CREATE TABLE revision (
    story    uuid NOT NULL REFERENCES story (id),
    number   integer NOT NULL,
    content  jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    saved_by uuid NOT NULL REFERENCES staff (id),
    what     text NOT NULL,
    PRIMARY KEY (story, number)
);

-- What is public now: a row exists exactly while readers may see the story. story is core's PublishedStory as JSON.
CREATE TABLE published_story (
    id                 uuid PRIMARY KEY REFERENCES story (id),
    slug               text NOT NULL UNIQUE,
    section            text NOT NULL,
    headline           text NOT NULL,
    urgency            integer,
    -- Stories made from the same wire item are one family; lists show one of them.
    family             text NOT NULL,
    first_published_at timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    story              jsonb NOT NULL
);
CREATE INDEX published_story_front ON published_story (first_published_at DESC);
CREATE INDEX published_story_section ON published_story (section, first_published_at DESC);

-- Every slug ever used; never freed, so an old one redirects for ever and a killed one says so.
CREATE TABLE slug (
    slug    text PRIMARY KEY,
    story   uuid NOT NULL REFERENCES story (id),
    used_at timestamptz NOT NULL DEFAULT now()
);

-- Pictures of public stories: what is not here has no public address.
CREATE TABLE published_picture (
    story uuid NOT NULL REFERENCES published_story (id) ON DELETE CASCADE,
    hash  text NOT NULL REFERENCES picture (hash),
    PRIMARY KEY (story, hash)
);
CREATE INDEX published_picture_hash ON published_picture (hash);

-- The publication log: core's PublicationEvent as JSON.
CREATE TABLE publication_log (
    position    bigint PRIMARY KEY,
    id          uuid NOT NULL UNIQUE,
    appended_at timestamptz NOT NULL,
    event       jsonb NOT NULL
);

CREATE TABLE audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    staff   uuid REFERENCES staff (id),
    action  text NOT NULL,
    story   uuid REFERENCES story (id),
    details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_story ON audit (story, id);

-- The last related list that search gave for a story, so that a page is complete while search is down.
CREATE TABLE related (
    story      uuid PRIMARY KEY REFERENCES story (id),
    list       jsonb NOT NULL,
    fetched_at timestamptz NOT NULL
);

-- How often a story was opened, by the hour; no reader is known.
CREATE TABLE reading (
    story uuid NOT NULL REFERENCES story (id),
    hour  timestamptz NOT NULL,
    times integer NOT NULL,
    PRIMARY KEY (story, hour)
);
CREATE INDEX reading_hour ON reading (hour);

-- Signed-in staff: Spring Session's own tables, so that a restart signs nobody out.
CREATE TABLE spring_session (
    primary_id            char(36) NOT NULL PRIMARY KEY,
    session_id            char(36) NOT NULL UNIQUE,
    creation_time         bigint NOT NULL,
    last_access_time      bigint NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time           bigint NOT NULL,
    principal_name        varchar(100)
);
CREATE INDEX spring_session_expiry ON spring_session (expiry_time);
CREATE INDEX spring_session_principal ON spring_session (principal_name);
CREATE TABLE spring_session_attributes (
    session_primary_id char(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);
