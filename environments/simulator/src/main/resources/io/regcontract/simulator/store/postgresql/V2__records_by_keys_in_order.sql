-- Records, their versions and their indexes, which are looked into where they lie. All keys are printable ASCII characters.
-- An index is a table of its own, whose keys are the entries.
create table ordered_names (
  id int generated always as identity primary key,
  name text collate "C" not null unique
);

create table ordered (
  in_table int not null references ordered_names,
  key text collate "C" not null,
  value text not null,
  primary key (in_table, key)
);
