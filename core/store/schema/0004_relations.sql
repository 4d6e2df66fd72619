-- SPDX-License-Identifier: GPL-3.0-or-later
-- What annotated corpora bring along besides passages: relations between these, and what only the format that it was
-- read from understands.

CREATE TABLE relation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    from_passage_id BLOB NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    to_passage_id BLOB NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    label TEXT NOT NULL CHECK (label <> ''),
    state TEXT NOT NULL CHECK (state IN ('accepted', 'suggested', 'rejected')),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_from ON relation (from_passage_id);
CREATE INDEX relation_to ON relation (to_passage_id);
CREATE INDEX relation_annotator ON relation (annotator_id);

CREATE TABLE relation_value (
    relation_id BLOB NOT NULL REFERENCES relation (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    value TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (relation_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE remainder (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    article_id BLOB REFERENCES article (id) ON DELETE CASCADE,
    format TEXT NOT NULL CHECK (format <> ''),
    content TEXT NOT NULL CHECK (content <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX remainder_article ON remainder (article_id);
