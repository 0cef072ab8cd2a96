#pragma once

#include "core/sandbox/world.h"

namespace sluice::sandbox {

/// What the platform offers: regions, sizes, images and Kubernetes versions as the API shows them.
/// More sizes and images than one default page holds, and image dates that mislead, as in reality.
const Json &regionCatalogue();
const Json &sizeCatalogue();
const Json &imageCatalogue();
/// Newest first.
const Json &kubernetesVersions();
QStringList kubernetesRegions();
QStringList kubernetesSizes();

/// The entry with this slug (or, for images, numeric id as text), or null.
const Json *regionBySlug(const QString &slug);
const Json *sizeBySlug(const QString &slug);
const Json *imageBy(const QString &slugOrId);
bool offers(const Json &entry, const QString &region);

/// Ranges nobody may use, everywhere and in the region (docs.digitalocean.com, VPC limits).
QList<Cidr> reservedRanges(const QString &region);

} // namespace sluice::sandbox
