-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pullquote project, schema 1.
--
-- Ids are version 7 UUIDs as 16 bytes, made by the program with the thing they name. Times are microseconds
-- since 1970-01-01T00:00:00Z. Positions are Unicode code points, half-open, so that
-- substr(text, begin_pos + 1, end_pos - begin_pos) is the words. Words of a fixed list are what core/model/names.cpp
-- says. In every table the first column is the id of the thing that the row is a part of: the journal tells by
-- it what an edit touched.

CREATE TABLE annotator (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE tagset (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    tagset_id BLOB NOT NULL REFERENCES tagset (id) ON DELETE CASCADE,
    parent_id BLOB REFERENCES tag (id) ON DELETE SET NULL CHECK (parent_id <> id),
    name TEXT NOT NULL CHECK (name <> ''),
    colour TEXT NOT NULL CHECK (colour GLOB '#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]'),
    key TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_tagset ON tag (tagset_id);
CREATE INDEX tag_parent ON tag (parent_id);

CREATE TABLE tag_attribute (
    tag_id BLOB NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'choice', 'number', 'boolean')),
    position INTEGER NOT NULL,
    PRIMARY KEY (tag_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_attribute_choice (
    tag_id BLOB NOT NULL,
    attribute_id BLOB NOT NULL,
    value TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (tag_id, attribute_id, value),
    FOREIGN KEY (tag_id, attribute_id) REFERENCES tag_attribute (tag_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'character', 'organisation', 'work')),
    name TEXT NOT NULL CHECK (name <> ''),
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name ON entity (name);

CREATE TABLE entity_alias (
    entity_id BLOB NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL,
    PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_alias_name ON entity_alias (name);

CREATE TABLE entity_external_id (
    entity_id BLOB NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    scheme TEXT NOT NULL CHECK (scheme <> ''),
    value TEXT NOT NULL CHECK (value <> ''),
    position INTEGER NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT, WITHOUT ROWID;

CREATE TABLE portrayal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    performer_id BLOB NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    character_id BLOB NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    work_id BLOB REFERENCES entity (id) ON DELETE SET NULL,
    episodes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portrayal_performer ON portrayal (performer_id);
CREATE INDEX portrayal_character ON portrayal (character_id);
CREATE INDEX portrayal_work ON portrayal (work_id);

CREATE TABLE article (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    title TEXT NOT NULL,
    outlet_id BLOB REFERENCES entity (id) ON DELETE SET NULL,
    byline TEXT NOT NULL,
    published TEXT NOT NULL CHECK (
        published = ''
        OR published GLOB '[0-9][0-9][0-9][0-9]'
        OR published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
        OR published GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    url TEXT NOT NULL,
    added INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX article_outlet ON article (outlet_id);

-- With a rowid, as the texts would bloat the inner pages of a table without. The text stands last, so that
-- reading what is before it does not walk the text's pages.
CREATE TABLE version (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    article_id BLOB NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    source_name TEXT NOT NULL,
    encoding TEXT NOT NULL,
    encoding_guessed INTEGER NOT NULL CHECK (encoding_guessed IN (0, 1)),
    correction TEXT NOT NULL,
    added INTEGER NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (article_id, number)
) STRICT;
CREATE INDEX version_sha256 ON version (sha256);

CREATE TABLE version_repair (
    version_id BLOB NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('byte-order-mark', 'line-ends', 'control-characters', 'null-characters',
                                       'invalid-bytes', 'lone-surrogates')),
    count INTEGER NOT NULL CHECK (count > 0),
    position INTEGER NOT NULL,
    PRIMARY KEY (version_id, kind)
) STRICT, WITHOUT ROWID;

-- The bytes a text was read from: a length of four bytes, big-endian, then a zlib stream. There is a row only
-- where these bytes are not simply the text in UTF-8.
CREATE TABLE version_source (
    version_id BLOB NOT NULL PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE passage (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version_id BLOB NOT NULL REFERENCES version (id) ON DELETE CASCADE,
    tag_id BLOB NOT NULL REFERENCES tag (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'suggested', 'rejected')),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_version ON passage (version_id);
CREATE INDEX passage_tag ON passage (tag_id);
CREATE INDEX passage_annotator ON passage (annotator_id);

CREATE TABLE passage_fragment (
    passage_id BLOB NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    begin_pos INTEGER NOT NULL CHECK (begin_pos >= 0),
    end_pos INTEGER NOT NULL CHECK (end_pos > begin_pos),
    words TEXT NOT NULL CHECK (length(words) = end_pos - begin_pos),
    PRIMARY KEY (passage_id, begin_pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE passage_attribute (
    passage_id BLOB NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    attribute_id BLOB NOT NULL REFERENCES tag_attribute (id) ON DELETE CASCADE,
    value TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (passage_id, attribute_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_attribute_attribute ON passage_attribute (attribute_id);

CREATE TABLE claim (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('quote', 'contribution', 'fact', 'opinion', 'prediction')),
    summary TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'suggested', 'rejected')),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_annotator ON claim (annotator_id);

CREATE TABLE claim_passage (
    claim_id BLOB NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    passage_id BLOB NOT NULL REFERENCES passage (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('content', 'cue', 'source')),
    position INTEGER NOT NULL,
    PRIMARY KEY (claim_id, passage_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_passage_passage ON claim_passage (passage_id);

CREATE TABLE claim_participant (
    claim_id BLOB NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    entity_id BLOB NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('speaker', 'contributor', 'source', 'interviewer', 'outlet', 'addressee',
                                       'subject')),
    evidence_passage_id BLOB REFERENCES passage (id) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (claim_id, entity_id, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_participant_entity ON claim_participant (entity_id);
CREATE INDEX claim_participant_passage ON claim_participant (evidence_passage_id);

CREATE TABLE link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    from_claim_id BLOB NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    to_claim_id BLOB NOT NULL REFERENCES claim (id) ON DELETE CASCADE CHECK (to_claim_id <> from_claim_id),
    kind TEXT NOT NULL CHECK (kind IN ('within', 're-reports', 'repeats', 'paraphrases', 'supports', 'contradicts',
                                       'corrects')),
    state TEXT NOT NULL CHECK (state IN ('accepted', 'suggested', 'rejected')),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL,
    UNIQUE (from_claim_id, to_claim_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_to ON link (to_claim_id);

CREATE TABLE evidence (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    claim_id BLOB NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('passage', 'url', 'document', 'recording', 'conversation')),
    stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
    passage_id BLOB REFERENCES passage (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    locator TEXT NOT NULL,
    contact TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (sha256 = '' OR (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL,
    CHECK (kind <> 'passage' OR passage_id IS NOT NULL),
    CHECK (kind <> 'url' OR url <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_claim ON evidence (claim_id);
CREATE INDEX evidence_passage ON evidence (passage_id);

CREATE TABLE verdict (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    claim_id BLOB NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    value TEXT NOT NULL CHECK (value IN ('not-checked', 'in-progress', 'supported', 'disputed', 'refuted',
                                         'unverifiable', 'no-check-needed')),
    reason TEXT NOT NULL,
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL,
    UNIQUE (id, annotator_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_claim ON verdict (claim_id);

-- The checker is repeated here, so that nobody can sign off what they checked themselves.
CREATE TABLE sign_off (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    verdict_id BLOB NOT NULL,
    checker_id BLOB NOT NULL,
    annotator_id BLOB NOT NULL REFERENCES annotator (id) CHECK (annotator_id <> checker_id),
    created INTEGER NOT NULL,
    FOREIGN KEY (verdict_id, checker_id) REFERENCES verdict (id, annotator_id) ON DELETE CASCADE,
    UNIQUE (verdict_id, annotator_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    article_id BLOB REFERENCES article (id) ON DELETE CASCADE,
    passage_id BLOB REFERENCES passage (id) ON DELETE CASCADE,
    claim_id BLOB REFERENCES claim (id) ON DELETE CASCADE,
    entity_id BLOB REFERENCES entity (id) ON DELETE CASCADE,
    tag_id BLOB REFERENCES tag (id) ON DELETE CASCADE,
    parent_id BLOB REFERENCES note (id) ON DELETE CASCADE CHECK (parent_id <> id),
    body TEXT NOT NULL CHECK (body <> ''),
    resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
    annotator_id BLOB NOT NULL REFERENCES annotator (id),
    created INTEGER NOT NULL,
    CHECK ((article_id IS NOT NULL) + (passage_id IS NOT NULL) + (claim_id IS NOT NULL) + (entity_id IS NOT NULL)
           + (tag_id IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_article ON note (article_id);
CREATE INDEX note_passage ON note (passage_id);
CREATE INDEX note_claim ON note (claim_id);
CREATE INDEX note_entity ON note (entity_id);
CREATE INDEX note_tag ON note (tag_id);
CREATE INDEX note_parent ON note (parent_id);

-- Append-only. undo_top is the number of the entry that undo would take back after this one, redo_top that of
-- the undo that redo would take back; 0 when there is none. A large edit has several entries, one after the other; all
-- but the last leave undo_top and redo_top as they were. The changeset is SQLite's own (session extension),
-- as in version_source compressed where changeset_bytes, its plain size, is larger than what stands here. The
-- hash is SHA-256 over the hash before it and all the other columns (core/store/journal.cpp). Without a foreign
-- key: the journal outlives whom it names.
CREATE TABLE journal (
    number INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('setup', 'edit', 'undo', 'redo')),
    undo_top INTEGER NOT NULL,
    redo_top INTEGER NOT NULL,
    label TEXT NOT NULL,
    annotator_id BLOB NOT NULL CHECK (length(annotator_id) = 16),
    time INTEGER NOT NULL,
    changeset_bytes INTEGER NOT NULL,
    changeset BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
