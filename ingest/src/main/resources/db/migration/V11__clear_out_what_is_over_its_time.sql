alter table receipt add column bytes_cleared_at timestamptz;
comment on column receipt.bytes_cleared_at is 'when its bytes were looked at for the last time: they went, or others keep them';
create index receipt_with_bytes on receipt (id) where bytes_cleared_at is null and state in ('settled', 'dropped');
