-- The rules of a pair that were seen last, and the walk over what rules stopped that their change began: the saga it came to, and when it goes on.
CREATE TABLE screen_again (
  pair text NOT NULL PRIMARY KEY,
  stamp text NOT NULL,
  walking integer NOT NULL,
  after_id text NOT NULL,
  next_at bigint NOT NULL
);
