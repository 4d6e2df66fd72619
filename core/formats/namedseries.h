// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/formats/format.h"

namespace pq {

/// Writes corpora that go to one place under one set of names.
template <class Names>
class NamedSeries : public SeriesWriter
{
public:
    using Write = Result<Written> (*)(const Corpus &corpus, Names &names);
    explicit NamedSeries(Write function) : m_write(function) {}
    [[nodiscard]] Result<Written> write(const Corpus &corpus) override { return m_write(corpus, m_names); }

private:
    Write m_write;
    Names m_names;
};

}
