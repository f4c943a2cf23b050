-- Whether a picture may be shown, as it was judged last: free, ruled, ending or ended. NULL: not judged yet, or not since its
-- sheet was written. What somebody has taken down is asked for where it stands, in picture_bar.
ALTER TABLE picture_card
    ADD COLUMN rights       text CHECK (rights IN ('free', 'ruled', 'ending', 'ended')),
    -- When the judgement changes by itself; NULL: it does not.
    ADD COLUMN rights_until timestamptz,
    ADD COLUMN rights_at    timestamptz,
    -- How far the wire was read, and by which rules it was judged.
    ADD COLUMN rights_wire  bigint,
    ADD COLUMN rights_rules integer;
CREATE INDEX picture_card_rights ON picture_card (rights);
