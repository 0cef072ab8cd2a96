#include "core/base/ip.h"

#include <QtTest>

using namespace sluice;

namespace {

Cidr net(const char *text) {
    return *Cidr::parse(QString::fromLatin1(text));
}

QList<Cidr> nets(std::initializer_list<const char *> texts) {
    QList<Cidr> list;
    for (const char *text : texts)
        list << net(text);
    return list;
}

} // namespace

class IpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fine");
        for (const char *good : {"0.0.0.0", "255.255.255.255", "10.0.0.1", "1.2.3.4"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char *bad : {"", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.04", " 1.2.3.4", "1.2.3.4 ",
                                "1..3.4", "+1.2.3.4", "-1.2.3.4", "1.2.3.0x4", "1234.1.1.1", "::1"})
            QTest::newRow(bad) << QString::fromLatin1(bad) << false;
        QTest::newRow("foreign digits") << QString::fromUtf8("1.2.3.\u0664") << false;
    }
    void addresses() {
        QFETCH(QString, text);
        QFETCH(bool, fine);
        const auto address = Ipv4::parse(text);
        QCOMPARE(address.has_value(), fine);
        if (fine)
            QCOMPARE(address->toString(), text);
    }
    void privateBorders_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isPrivate");
        const auto row = [](const char *text, bool is) { QTest::newRow(text) << QString::fromLatin1(text) << is; };
        row("9.255.255.255", false);
        row("10.0.0.0", true);
        row("10.255.255.255", true);
        row("11.0.0.0", false);
        row("172.15.255.255", false);
        row("172.16.0.0", true);
        row("172.31.255.255", true);
        row("172.32.0.0", false);
        row("192.167.255.255", false);
        row("192.168.0.0", true);
        row("192.168.255.255", true);
        row("192.169.0.0", false);
        row("127.0.0.1", false);
    }
    void privateBorders() {
        QFETCH(QString, text);
        QFETCH(bool, isPrivate);
        QCOMPARE(Ipv4::parse(text)->isPrivate(), isPrivate);
    }
    void networks_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("remedy"); // empty: accepted
        const auto row = [](const char *text, const char *remedy) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(remedy);
        };
        row("0.0.0.0/0", "");
        row("10.0.0.0/8", "");
        row("10.1.2.3/32", "");
        row("10.0.0.1/24", "Use 10.0.0.0/24.");
        row("128.0.0.0/0", "Use 0.0.0.0/0.");
        row("10.0.0.0", "address/prefix");
        row("10.0.0.0/33", "*");
        row("10.0.0.0/-1", "*");
        row("10.0.0.0/08", "*");
        row("10.0.0.0/+8", "*");
        row("10.0.0.0/ 8", "*");
        row("10.0.0.0/", "*");
        row("10.0.0.0/8/8", "*");
    }
    void networks() {
        QFETCH(QString, text);
        QFETCH(QString, remedy);
        const auto cidr = Cidr::parse(text);
        QCOMPARE(cidr.has_value(), remedy.isEmpty());
        if (cidr)
            QCOMPARE(cidr->toString(), text);
        else if (remedy != QLatin1String("*"))
            QVERIFY2(cidr.error().remedy.contains(remedy), qPrintable(cidr.error().remedy));
    }
    void extremes() {
        const Cidr all = net("0.0.0.0/0"), one = net("10.1.2.3/32");
        QCOMPARE(all.size(), std::uint64_t{1} << 32);
        QCOMPARE(all.last().toString(), QStringLiteral("255.255.255.255"));
        QVERIFY(all.contains(one) && !one.contains(all) && all.overlaps(one) && one.overlaps(all));
        QCOMPARE(one.size(), 1u);
        QCOMPARE(one.first(), one.last());
        QVERIFY(one.contains(Ipv4(one.first().bits())) && !one.contains(Ipv4(one.first().bits() + 1)));
        QVERIFY(!all.isPrivate());
        QVERIFY(!net("10.0.0.0/7").isPrivate());
        QVERIFY(net("10.0.0.0/8").isPrivate() && net("172.16.0.0/12").isPrivate());
        QVERIFY(!net("172.0.0.0/8").isPrivate());
    }
    void neighbours() {
        QVERIFY(!net("10.0.0.0/24").overlaps(net("10.0.1.0/24")));
        QVERIFY(net("10.0.0.0/23").overlaps(net("10.0.1.0/24")));
        QVERIFY(net("10.0.0.0/24").contains(Ipv4::parse(QStringLiteral("10.0.0.255")).value()));
        QVERIFY(!net("10.0.0.0/24").contains(Ipv4::parse(QStringLiteral("10.0.1.0")).value()));
    }
    void freeBlocks_data() {
        QTest::addColumn<int>("prefix");
        QTest::addColumn<QList<Cidr>>("within");
        QTest::addColumn<QList<Cidr>>("used");
        QTest::addColumn<QString>("found"); // empty: NotFound
        const auto row = [](const char *name, int prefix, const QList<Cidr> &within, const QList<Cidr> &used,
                            const char *found) {
            QTest::newRow(name) << prefix << within << used << QString::fromLatin1(found);
        };
        row("first", 24, nets({"10.0.0.0/8"}), {}, "10.0.0.0/24");
        row("behind neighbour", 24, nets({"10.0.0.0/8"}), nets({"10.0.0.0/24"}), "10.0.1.0/24");
        row("small block in the way", 24, nets({"10.0.0.0/8"}), nets({"10.0.0.7/32"}), "10.0.1.0/24");
        row("jump", 24, nets({"10.0.0.0/8"}), nets({"10.0.0.0/9"}), "10.128.0.0/24");
        row("jump lands aligned", 19, nets({"10.0.0.0/8"}), nets({"10.0.0.0/24", "10.0.32.0/30"}), "10.0.64.0/19");
        row("unsorted", 24, nets({"10.0.0.0/22"}), nets({"10.0.2.0/24", "10.0.0.0/24", "10.0.1.0/24"}), "10.0.3.0/24");
        row("full", 24, nets({"10.0.0.0/23"}), nets({"10.0.0.0/24", "10.0.1.0/24"}), "");
        row("all used", 24, nets({"10.0.0.0/8"}), nets({"0.0.0.0/0"}), "");
        row("second space", 24, nets({"10.0.0.0/24", "172.16.0.0/12"}), nets({"10.0.0.0/24"}), "172.16.0.0/24");
        row("too large", 8, nets({"10.0.0.0/16"}), {}, "");
        row("whole space", 8, nets({"10.0.0.0/8"}), {}, "10.0.0.0/8");
        row("end of the address space", 24, nets({"255.255.255.0/24"}), {}, "255.255.255.0/24");
        row("end is used", 25, nets({"255.255.255.0/24"}), nets({"255.255.255.0/25", "255.255.255.128/25"}), "");
        row("host", 32, nets({"10.0.0.0/31"}), nets({"10.0.0.0/32"}), "10.0.0.1/32");
    }
    void freeBlocks() {
        QFETCH(int, prefix);
        QFETCH(QList<Cidr>, within);
        QFETCH(QList<Cidr>, used);
        QFETCH(QString, found);
        const auto block = firstFreeBlock(prefix, within, used);
        QCOMPARE(block ? block->toString() : QString(), found);
        if (!block)
            QCOMPARE(errorCodeName(block.error().code), QStringLiteral("not_found"));
    }
};

QTEST_GUILESS_MAIN(IpTest)
#include "ip_test.moc"
