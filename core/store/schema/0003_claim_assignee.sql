-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is to check a claim: at most one annotator. A table and not a column of claim, since the changesets in the
-- journal hold the columns that a table had when they were recorded.

CREATE TABLE claim_assignee (
    claim_id BLOB NOT NULL PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
    annotator_id BLOB NOT NULL REFERENCES annotator (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_assignee_annotator ON claim_assignee (annotator_id);
