-- What the trained network answers to each test row, as JSON: a list of rows. Apart from the rest, so that lists do not
-- read it. Null without test rows, and in rows of before, which have it in outcome and definition.
alter table job add column test_outputs text;
alter table model add column test_outputs text;
