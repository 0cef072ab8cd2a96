#include "core/sandbox/hosts/shell.h"
#include "core/sandbox/sandbox_clock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sluice;
using namespace sluice::sandbox;

/// The simulated hosts' shell against this machine's own sh: what it says must be what a droplet would say.
class ShellTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asTheRealShellDoes_data() {
        QTest::addColumn<QString>("script");
        const auto row = [](const char *name, const char *script) {
            QTest::newRow(name) << QString::fromLatin1(script);
        };
        row("quotes", "A='x y'; printf '%s|' \"$A\" $A 'a\"b' \"c'd\" \"e\\\"f\" g\\ h");
        row("apostrophe in quotes in a substitution", "printf '%s' \"$(printf %s \"s/[\\\"']//g\")\"");
        row("parenthesis in quotes in a substitution", "A=$(printf '%s' \"a)b\"); printf '%s' \"$A\"");
        row("substitution in quotes in a substitution",
            "A=$(printf '%s' \"$(printf '%s' \"x)'y\")\"); printf '%s' \"$A\"");
        row("fields", "A='1  2 3'; for I in $A \"$A\"; do printf '[%s]' \"$I\"; done");
        row("empty", "A=''; for I in $A \"$A\" ''; do printf '[%s]' \"$I\"; done");
        row("if", "if [ -n \"\" ]; then printf a; elif [ 2 -gt 1 ]; then printf b; else printf c; fi");
        row("and or", "true && printf a; false && printf b; false || printf c; ! true || printf d");
        row("case", "case a.yaml in *.yml) printf 1;; b*|*.yaml) printf 2;; *) printf 3;; esac");
        row("while", "I=0; while [ $I -lt 4 ]; do I=$((I + 1)); [ $I = 2 ] && continue; printf $I; done");
        row("until break", "I=0; until false; do I=$((I + 1)); if [ $I = 3 ]; then break; fi; done; printf $I");
        row("function", "f() { printf '%s-%s' \"$1\" \"$#\"; return 3; }; f a b; printf ' %s' $?");
        row("function sets", "f() { for H in $1; do X=$H; [ $H = b ] && return 0; done; }; f 'a b c'; printf '%s' $X");
        row("pipeline status", "printf 'a\\nb\\n' | grep c; printf '%s' $?");
        row("here-document", "A=1; cat <<X\nv $A\nX\ncat <<'Y'\nv $A\nY\n");
        row("prefix and suffix", "A=/x/y.tar.gz; printf '%s %s %s %s' ${A##*/} ${A#*/} ${A%.*} ${A%%.*}");
        row("defaults", "printf '%s %s' ${NONE:-a} ${NONE:=b}; printf ' %s' $NONE");
        row("set -e", "set -e; if false; then :; fi; false || true; printf a; false; printf b");
        row("exit", "printf a; exit 7; printf b");
        row("subshell", "A=1; (A=2; printf $A); printf $A");
        row("group", "{ printf a; printf b; } | sed 's/a/c/'");
        row("sed", "printf 'to: \"0.0.0.0/0\"\\nvia: x\\n' | sed \"s/to: *[\\\"']*0\\.0\\.0\\.0\\/0[\\\"']*/to: y/\"");
        row("grep -e", "printf 'a: 1\\nb: 2\\nc: 3\\n' | grep -e 'a:' -e 'c:' | sed 's/.*: *//'");
        row("sed -n", "printf 'a\nb' | sed -n 's/b/c/p'");
        row("glob patterns", "case a/b in *b) printf 1;; esac; case ab in [!a]*) printf 2;; a?) printf 3;; esac");
        row("cut", "printf 'a b c\\n' | cut -d ' ' -f 2");
        row("test of strings",
            "[ a = a ] && printf 1; [ a != a ] || printf 2; [ -z '' ] && printf 3; [ 10 -ge 9 ] && printf 4");
        row("arithmetic", "printf '%s' $((2 + 3 * 4 - 10 / 5 % 3))");
        row("word is missing", "A=$(printf x");
        row("fi is missing", "if true; then printf a");
    }
    void asTheRealShellDoes() {
        QFETCH(const QString, script);
        QProcess real;
        real.setProcessEnvironment({});
        real.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
        QVERIFY(real.waitForFinished());
        Machine machine;
        Shell shell({.machine = &machine});
        const ShellResult ours = shell.run(script);
        QCOMPARE(ours.out, real.readAllStandardOutput());
        QCOMPARE(ours.status, real.exitCode());
    }
};

QTEST_GUILESS_MAIN(ShellTest)
#include "shell_test.moc"
