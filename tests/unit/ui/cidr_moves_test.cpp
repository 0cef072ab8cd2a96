#include "ui/wizard/cidr_moves.h"

#include <QTest>

using namespace sluice;
using namespace sluice::ui;

class CidrMovesTest : public QObject {
    Q_OBJECT

    static Cidr cidr(const char *text) { return Cidr::parse(QLatin1String(text)).value(); }
    static QString moved(const char *from, bool above, const QList<Cidr> &used) {
        const auto to = freeNeighbour(cidr(from), above, used);
        return to ? to->toString() : QString();
    }

private Q_SLOTS:
    void theNearestFreeBlockIsFound() {
        QCOMPARE(moved("10.0.0.0/16", true, {}), QStringLiteral("10.1.0.0/16"));
        QCOMPARE(moved("10.5.0.0/16", false, {}), QStringLiteral("10.4.0.0/16"));
        QCOMPARE(moved("10.0.0.0/16", true, {cidr("10.1.0.0/20"), cidr("10.2.128.0/17")}),
                 QStringLiteral("10.3.0.0/16"));
        QCOMPARE(moved("10.5.0.0/16", false, {cidr("10.4.255.0/24"), cidr("10.2.0.0/15")}),
                 QStringLiteral("10.1.0.0/16"));
        QCOMPARE(moved("10.0.0.0/20", true, {cidr("10.0.0.0/9")}), QStringLiteral("10.128.0.0/20"));
    }
    void itGoesOnInTheNextRange() {
        QCOMPARE(moved("10.255.0.0/16", true, {}), QStringLiteral("172.16.0.0/16"));
        QCOMPARE(moved("172.16.0.0/16", false, {}), QStringLiteral("10.255.0.0/16"));
        QCOMPARE(moved("192.168.0.0/24", false, {cidr("172.16.0.0/12")}), QStringLiteral("10.255.255.0/24"));
    }
    void whereNothingIsFreeNothingIsFound() {
        QCOMPARE(moved("192.168.255.0/24", true, {}), QString());
        QCOMPARE(moved("10.0.0.0/16", false, {}), QString());
        QCOMPARE(moved("10.0.0.0/16", true, privateRanges()), QString());
        QCOMPARE(moved("172.16.0.0/12", true, {}), QString()); // 192.168/16 is too small for it
    }
    void aBlockStandsWhereItMay() {
        QCOMPARE(blockAt(Ipv4::parse(QStringLiteral("10.77.3.9")).value(), 20, cidr("10.0.0.0/8")).toString(),
                 QStringLiteral("10.77.0.0/20"));
        QCOMPARE(blockAt(Ipv4::parse(QStringLiteral("11.0.0.0")).value(), 16, cidr("10.0.0.0/8")).toString(),
                 QStringLiteral("10.255.0.0/16"));
        QCOMPARE(blockAt(Ipv4::parse(QStringLiteral("192.168.1.1")).value(), 12, cidr("192.168.0.0/16")).toString(),
                 QStringLiteral("192.168.0.0/16"));
    }
};

QTEST_GUILESS_MAIN(CidrMovesTest)
#include "cidr_moves_test.moc"
