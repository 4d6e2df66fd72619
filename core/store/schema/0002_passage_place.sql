-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where passages are, in the order of the text: what an article view reads, a screen at a time, however many there
-- are. It says nothing that passage and passage_fragment do not say; the triggers keep it so whatever the order in
-- which a changeset's rows are applied, it is not in the journal, and Store::check() compares it.

CREATE TABLE passage_place (
    version_id BLOB NOT NULL,
    begin_pos INTEGER NOT NULL,
    passage_id BLOB NOT NULL,
    end_pos INTEGER NOT NULL,
    tag_id BLOB NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (version_id, begin_pos, passage_id)
) STRICT, WITHOUT ROWID;

INSERT INTO passage_place (version_id, begin_pos, passage_id, end_pos, tag_id, state)
SELECT version_id, begin_pos, id, end_pos, tag_id, state FROM passage JOIN passage_fragment ON passage_id = id;

CREATE TRIGGER passage_place_passage_insert AFTER INSERT ON passage BEGIN
    INSERT INTO passage_place (version_id, begin_pos, passage_id, end_pos, tag_id, state)
    SELECT new.version_id, begin_pos, new.id, end_pos, new.tag_id, new.state
    FROM passage_fragment WHERE passage_id = new.id;
END;

-- Before, while the fragments are there: those that go with it find no passage any more.
CREATE TRIGGER passage_place_passage_delete BEFORE DELETE ON passage BEGIN
    DELETE FROM passage_place WHERE version_id = old.version_id AND passage_id = old.id
        AND begin_pos IN (SELECT begin_pos FROM passage_fragment WHERE passage_id = old.id);
END;

CREATE TRIGGER passage_place_passage_update AFTER UPDATE OF version_id, tag_id, state ON passage
WHEN old.version_id <> new.version_id OR old.tag_id <> new.tag_id OR old.state <> new.state BEGIN
    UPDATE passage_place SET version_id = new.version_id, tag_id = new.tag_id, state = new.state
    WHERE version_id = old.version_id AND passage_id = old.id
        AND begin_pos IN (SELECT begin_pos FROM passage_fragment WHERE passage_id = old.id);
END;

CREATE TRIGGER passage_place_fragment_insert AFTER INSERT ON passage_fragment BEGIN
    INSERT INTO passage_place (version_id, begin_pos, passage_id, end_pos, tag_id, state)
    SELECT version_id, new.begin_pos, id, new.end_pos, tag_id, state FROM passage WHERE id = new.passage_id;
END;

CREATE TRIGGER passage_place_fragment_delete AFTER DELETE ON passage_fragment BEGIN
    DELETE FROM passage_place WHERE version_id = (SELECT version_id FROM passage WHERE id = old.passage_id)
        AND begin_pos = old.begin_pos AND passage_id = old.passage_id;
END;

CREATE TRIGGER passage_place_fragment_update AFTER UPDATE OF passage_id, begin_pos, end_pos ON passage_fragment BEGIN
    DELETE FROM passage_place WHERE version_id = (SELECT version_id FROM passage WHERE id = old.passage_id)
        AND begin_pos = old.begin_pos AND passage_id = old.passage_id;
    INSERT INTO passage_place (version_id, begin_pos, passage_id, end_pos, tag_id, state)
    SELECT version_id, new.begin_pos, id, new.end_pos, tag_id, state FROM passage WHERE id = new.passage_id;
END;
