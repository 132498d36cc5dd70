-- What a simulator knows, as texts by table and key. A key is in bytes whose order is that of the simulator; one that is
-- too long for an index is cut, ends in its hash, and stands in full beside it.
create table entries (
  in_table text collate "C" not null,
  key bytea not null,
  whole_key bytea,
  value text not null,
  primary key (in_table, key)
);

-- Who uses the schema.
create table holder (
  only_one boolean primary key default true check (only_one),
  token text not null,
  who text not null
);
