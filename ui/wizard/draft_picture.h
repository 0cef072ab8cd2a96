#pragma once

#include "ui/topology/topology_model.h"
#include "ui/wizard/draft.h"

#include <QSet>
#include <QSizeF>

namespace sluice::ui {

/// The wizard's pages in their order; a part of the drawing belongs to the page that decides it.
enum class Page { Account, Place, Network, Machines, Access, Review };

/// The draft as a drawing: what a plan of it would hold, as far as the pages have come. Refused values stand at the
/// part that they belong to, as alerts.
struct DraftPicture {
    TopologyModel model;
    QSizeF whole;             ///< the tall drawing when nothing is missing any more
    QSet<QString> emphasised; ///< what `page` decides
    QString words;            ///< the same as sentences, for those who do not see it
};
/// `reached` is the furthest page so far: what later ones decide is not there yet.
DraftPicture pictureOf(const Draft &draft, Page page, Page reached);

} // namespace sluice::ui
