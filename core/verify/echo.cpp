#include "core/verify/observations.h"

namespace sluice::verify {

namespace {

/// How many services gave each address. A service that was asked again counts once, with its last answer: one service
/// alone must never make a majority.
QMap<Ipv4, int> votes(const QList<Echo::Answer> &answers) {
    QMap<QString, Ipv4> byService;
    for (const Echo::Answer &answer : answers) {
        if (answer.ip)
            byService[answer.service] = *answer.ip;
    }
    QMap<Ipv4, int> count;
    for (const Ipv4 &address : byService)
        ++count[address];
    return count;
}

} // namespace

std::optional<Ipv4> Echo::agreed() const {
    constexpr int kServicesThatMustAgree = 2;
    if (!measured)
        return std::nullopt;
    std::optional<Ipv4> best;
    int most = 0;
    const QMap<Ipv4, int> count = votes(answers);
    for (auto it = count.begin(); it != count.end(); ++it) {
        if (it.value() == most) {
            best.reset();
        } else if (it.value() > most) {
            best = it.key();
            most = it.value();
        }
    }
    return most >= kServicesThatMustAgree ? best : std::nullopt;
}

bool Echo::disagree() const {
    return votes(answers).size() >= 2;
}

} // namespace sluice::verify
