#include "core/sandbox/hosts/shell_ast.h"

#include <QSet>

namespace sluice::sandbox {

qsizetype endOfBalanced(const QString &text, qsizetype from, QChar open, QChar close) {
    int depth = 1;
    bool quoted = false; // inside "...", where an apostrophe is a letter and only a $( of its own opens anything
    while (from < text.size() && depth > 0) {
        const QChar c = text.at(from);
        if (c == QLatin1Char('\\')) {
            ++from;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (quoted) {
            if (c == QLatin1Char('$') && from + 1 < text.size() && text.at(from + 1) == QLatin1Char('(')) {
                from = endOfBalanced(text, from + 2, QLatin1Char('('), QLatin1Char(')'));
                if (from < 0)
                    return -1;
                continue;
            }
        } else if (c == QLatin1Char('\'')) {
            from = text.indexOf(c, from + 1);
            if (from < 0)
                return -1;
        } else if (c == open) {
            ++depth;
        } else if (c == close) {
            --depth;
        }
        ++from;
    }
    return depth > 0 ? -1 : from;
}

namespace {

constexpr qsizetype kMaxScript = 256 * 1024;
constexpr int kMaxNesting = 64;

/// Recursive descent over the text itself: shell tokens depend on where they stand.
class Parser {
public:
    explicit Parser(const QString &text)
        : m_text(text) {}

    ShellNodePtr script() {
        ShellNodePtr list = commandList({});
        skipBlank();
        if (m_problem.isEmpty() && m_at < m_text.size())
            fail(QStringLiteral("\"%1\" unexpected").arg(m_text.mid(m_at, 10)));
        return m_problem.isEmpty() ? list : nullptr;
    }
    const QString &problem() const { return m_problem; }

private:
    struct Pending {
        ShellNode *node;
        qsizetype redirect;
        QString delimiter;
        bool strip;
    };

    void fail(const QString &what) {
        if (m_problem.isEmpty())
            m_problem = QStringLiteral("Syntax error: %1").arg(what);
        m_at = m_text.size();
    }
    QChar peek(int ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }

    /// Spaces, line continuations and comments, not newlines.
    void skipSpace() {
        while (m_at < m_text.size()) {
            const QChar c = peek();
            if (c == QLatin1Char('\\') && peek(1) == QLatin1Char('\n'))
                m_at += 2;
            else if (c == QLatin1Char(' ') || c == QLatin1Char('\t') || c == QLatin1Char('\r'))
                ++m_at;
            else if (c == QLatin1Char('#')) {
                while (m_at < m_text.size() && peek() != QLatin1Char('\n'))
                    ++m_at;
            } else
                return;
        }
    }
    void newline() {
        ++m_at;
        const QList<Pending> pending = std::exchange(m_pending, {});
        for (const Pending &doc : pending)
            doc.node->redirects[doc.redirect].target = hereDocument(doc);
    }
    QString hereDocument(const Pending &doc) {
        QString body;
        while (m_at < m_text.size()) {
            qsizetype end = m_text.indexOf(QLatin1Char('\n'), m_at);
            if (end < 0)
                end = m_text.size();
            QString line = m_text.mid(m_at, end - m_at);
            m_at = std::min(end + 1, m_text.size());
            if (doc.strip) {
                while (line.startsWith(QLatin1Char('\t')))
                    line.remove(0, 1);
            }
            if (line == doc.delimiter)
                break;
            body += line + QLatin1Char('\n');
        }
        return body;
    }
    /// Spaces, comments, newlines and semicolons between commands.
    void skipBlank() {
        while (true) {
            skipSpace();
            if (peek() == QLatin1Char('\n'))
                newline();
            else if (peek() == QLatin1Char(';') && peek(1) != QLatin1Char(';'))
                ++m_at;
            else
                return;
        }
    }
    static bool endsWord(QChar c) { return c.isNull() || QStringLiteral(" \t\r\n;&|<>()").contains(c); }

    /// Skips a balanced $(...) or ${...}; m_at stands behind the opening.
    void skipBalanced(QChar open, QChar close) {
        m_at = endOfBalanced(m_text, m_at, open, close);
        if (m_at < 0)
            fail(QStringLiteral("\"%1\" missing").arg(close));
    }
    void skipDollar() {
        ++m_at;
        if (peek() == QLatin1Char('(')) {
            ++m_at;
            skipBalanced(QLatin1Char('('), QLatin1Char(')'));
        } else if (peek() == QLatin1Char('{')) {
            ++m_at;
            skipBalanced(QLatin1Char('{'), QLatin1Char('}'));
        }
    }
    /// One raw word with its quotes; empty when none starts here.
    QString word() {
        skipSpace();
        const qsizetype start = m_at;
        while (m_at < m_text.size()) {
            const QChar c = peek();
            if (endsWord(c))
                break;
            if (c == QLatin1Char('\\')) {
                m_at += 2;
            } else if (c == QLatin1Char('\'')) {
                m_at = m_text.indexOf(QLatin1Char('\''), m_at + 1);
                if (m_at < 0)
                    return fail(QStringLiteral("Unterminated quoted string")), QString();
                ++m_at;
            } else if (c == QLatin1Char('"')) {
                ++m_at;
                while (m_at < m_text.size() && peek() != QLatin1Char('"')) {
                    if (peek() == QLatin1Char('\\'))
                        m_at += 2;
                    else if (peek() == QLatin1Char('$'))
                        skipDollar();
                    else
                        ++m_at;
                }
                if (m_at >= m_text.size())
                    return fail(QStringLiteral("Unterminated quoted string")), QString();
                ++m_at;
            } else if (c == QLatin1Char('`')) {
                m_at = m_text.indexOf(QLatin1Char('`'), m_at + 1);
                if (m_at < 0)
                    return fail(QStringLiteral("Unterminated backquote")), QString();
                ++m_at;
            } else if (c == QLatin1Char('$')) {
                skipDollar();
            } else {
                ++m_at;
            }
        }
        m_at = std::min(m_at, m_text.size());
        return m_text.mid(start, m_at - start);
    }
    /// Looks at the next word without taking it.
    QString nextWord() {
        const qsizetype at = m_at;
        const QString w = word();
        m_at = at;
        return w;
    }
    bool take(const QString &reserved) {
        skipBlank();
        if (nextWord() != reserved)
            return false;
        word();
        return true;
    }
    bool expect(const QString &reserved) {
        if (take(reserved))
            return true;
        fail(QStringLiteral("\"%1\" expected").arg(reserved));
        return false;
    }
    static ShellNodePtr make(ShellNode::Kind kind) {
        auto node = std::make_shared<ShellNode>();
        node->kind = kind;
        return node;
    }

    /// Commands up to one of the reserved words in `stop`, a ')' or ';;'.
    ShellNodePtr commandList(const QSet<QString> &stop) {
        ShellNodePtr list = make(ShellNode::Kind::List);
        if (++m_nesting > kMaxNesting)
            fail(QStringLiteral("nested too deeply"));
        while (m_problem.isEmpty()) {
            skipBlank();
            if (m_at >= m_text.size() || peek() == QLatin1Char(')') ||
                (peek() == QLatin1Char(';') && peek(1) == QLatin1Char(';')))
                break;
            if (stop.contains(nextWord()))
                break;
            const qsizetype before = m_at;
            list->parts.append(andOr());
            skipSpace();
            if (peek() == QLatin1Char('&') && peek(1) != QLatin1Char('&'))
                ++m_at; // background: simulated commands end at once anyway
            if (m_at == before) {
                fail(QStringLiteral("\"%1\" unexpected").arg(m_text.mid(m_at, 10)));
                break;
            }
        }
        --m_nesting;
        return list;
    }
    ShellNodePtr andOr() {
        ShellNodePtr left = pipeline();
        while (m_problem.isEmpty()) {
            skipSpace();
            const bool isAnd = peek() == QLatin1Char('&') && peek(1) == QLatin1Char('&');
            const bool isOr = peek() == QLatin1Char('|') && peek(1) == QLatin1Char('|');
            if (!isAnd && !isOr)
                break;
            m_at += 2;
            skipNewlines();
            ShellNodePtr node = make(isAnd ? ShellNode::Kind::And : ShellNode::Kind::Or);
            node->parts = {left, pipeline()};
            left = node;
        }
        return left;
    }
    void skipNewlines() {
        skipSpace();
        while (peek() == QLatin1Char('\n')) {
            newline();
            skipSpace();
        }
    }
    ShellNodePtr pipeline() {
        ShellNodePtr node = make(ShellNode::Kind::Pipeline);
        skipSpace();
        if (nextWord() == QLatin1String("!")) {
            word();
            node->negated = true;
        }
        node->parts.append(command());
        while (m_problem.isEmpty()) {
            skipSpace();
            if (peek() != QLatin1Char('|') || peek(1) == QLatin1Char('|'))
                break;
            ++m_at;
            skipNewlines();
            node->parts.append(command());
        }
        return node->parts.size() == 1 && !node->negated ? node->parts.first() : node;
    }
    ShellNodePtr command() {
        skipSpace();
        ShellNodePtr node;
        const QString first = nextWord();
        if (peek() == QLatin1Char('(')) {
            ++m_at;
            node = make(ShellNode::Kind::Subshell);
            node->parts.append(commandList({}));
            skipBlank();
            if (peek() == QLatin1Char(')'))
                ++m_at;
            else
                fail(QStringLiteral("\")\" expected"));
        } else if (first == QLatin1String("{")) {
            word();
            node = make(ShellNode::Kind::Group);
            node->parts.append(commandList({QStringLiteral("}")}));
            expect(QStringLiteral("}"));
        } else if (first == QLatin1String("if")) {
            node = ifCommand();
        } else if (first == QLatin1String("for")) {
            node = forCommand();
        } else if (first == QLatin1String("while") || first == QLatin1String("until")) {
            word();
            node = make(first == QLatin1String("while") ? ShellNode::Kind::While : ShellNode::Kind::Until);
            node->parts.append(commandList({QStringLiteral("do")}));
            expect(QStringLiteral("do"));
            node->parts.append(commandList({QStringLiteral("done")}));
            expect(QStringLiteral("done"));
        } else if (first == QLatin1String("case")) {
            node = caseCommand();
        } else {
            return simple();
        }
        redirects(node.get());
        return node;
    }
    ShellNodePtr ifCommand() {
        word();
        ShellNodePtr node = make(ShellNode::Kind::If);
        const QSet<QString> ends{QStringLiteral("elif"), QStringLiteral("else"), QStringLiteral("fi")};
        node->parts.append(commandList({QStringLiteral("then")}));
        expect(QStringLiteral("then"));
        node->parts.append(commandList(ends));
        while (m_problem.isEmpty() && take(QStringLiteral("elif"))) {
            node->parts.append(commandList({QStringLiteral("then")}));
            expect(QStringLiteral("then"));
            node->parts.append(commandList(ends));
        }
        if (m_problem.isEmpty() && take(QStringLiteral("else"))) {
            node->hasElse = true;
            node->parts.append(commandList({QStringLiteral("fi")}));
        }
        expect(QStringLiteral("fi"));
        return node;
    }
    ShellNodePtr forCommand() {
        word();
        ShellNodePtr node = make(ShellNode::Kind::For);
        node->name = word();
        node->overArguments = !take(QStringLiteral("in"));
        while (!node->overArguments && m_problem.isEmpty()) {
            const QString w = word();
            if (w.isEmpty())
                break;
            node->words << w;
        }
        expect(QStringLiteral("do"));
        node->parts.append(commandList({QStringLiteral("done")}));
        expect(QStringLiteral("done"));
        return node;
    }
    ShellNodePtr caseCommand() {
        word();
        ShellNodePtr node = make(ShellNode::Kind::Case);
        node->words << word();
        expect(QStringLiteral("in"));
        while (m_problem.isEmpty()) {
            skipBlank();
            if (take(QStringLiteral("esac")))
                return node;
            CaseBranch branch;
            if (peek() == QLatin1Char('('))
                ++m_at;
            do {
                branch.patterns << word();
                skipSpace();
            } while (peek() == QLatin1Char('|') && ++m_at);
            if (peek() != QLatin1Char(')'))
                fail(QStringLiteral("\")\" expected"));
            ++m_at;
            branch.body = commandList({QStringLiteral("esac")});
            skipSpace();
            if (peek() == QLatin1Char(';') && peek(1) == QLatin1Char(';'))
                m_at += 2;
            node->branches.append(branch);
        }
        return node;
    }
    bool redirect(ShellNode *node) {
        skipSpace();
        qsizetype at = m_at;
        int fd = -1;
        if (peek().isDigit() && (peek(1) == QLatin1Char('<') || peek(1) == QLatin1Char('>'))) {
            fd = peek().digitValue();
            ++at;
        }
        const QChar c = at < m_text.size() ? m_text.at(at) : QChar();
        if (c != QLatin1Char('<') && c != QLatin1Char('>'))
            return false;
        m_at = at + 1;
        Redirect r;
        r.fd = fd >= 0 ? fd : (c == QLatin1Char('<') ? 0 : 1);
        r.kind = c;
        if (c == QLatin1Char('<') && peek() == QLatin1Char('<')) {
            ++m_at;
            const bool strip = peek() == QLatin1Char('-');
            if (strip)
                ++m_at;
            QString delimiter = word();
            r.kind = QStringLiteral("<<");
            r.literal = delimiter.contains(QLatin1Char('\'')) || delimiter.contains(QLatin1Char('"')) ||
                        delimiter.contains(QLatin1Char('\\'));
            delimiter.remove(QLatin1Char('\'')).remove(QLatin1Char('"')).remove(QLatin1Char('\\'));
            node->redirects.append(r);
            m_pending.append({node, node->redirects.size() - 1, delimiter, strip});
            return true;
        }
        if (peek() == QLatin1Char('>') && c == QLatin1Char('>')) {
            ++m_at;
            r.kind = QStringLiteral(">>");
        } else if (peek() == QLatin1Char('&')) {
            ++m_at;
            r.kind = QStringLiteral(">&");
        } else if (peek() == QLatin1Char('|')) {
            ++m_at;
        }
        r.target = word();
        if (r.target.isEmpty())
            fail(QStringLiteral("redirection without a target"));
        node->redirects.append(r);
        return true;
    }
    void redirects(ShellNode *node) {
        while (m_problem.isEmpty() && redirect(node)) {
        }
    }
    static bool isAssignment(const QString &w) {
        const qsizetype equals = w.indexOf(QLatin1Char('='));
        if (equals <= 0 || !(w.at(0).isLetter() || w.at(0) == QLatin1Char('_')))
            return false;
        for (qsizetype i = 0; i < equals; ++i) {
            if (!w.at(i).isLetterOrNumber() && w.at(i) != QLatin1Char('_'))
                return false;
        }
        return true;
    }
    ShellNodePtr simple() {
        ShellNodePtr node = make(ShellNode::Kind::Simple);
        while (m_problem.isEmpty()) {
            if (redirect(node.get()))
                continue;
            const QString w = word();
            if (w.isEmpty())
                break;
            if (node->words.isEmpty() && isAssignment(w)) {
                node->assignments << w;
                continue;
            }
            node->words << w;
            if (node->words.size() == 1 && node->assignments.isEmpty()) {
                skipSpace();
                if (peek() == QLatin1Char('(') && peek(1) == QLatin1Char(')')) {
                    m_at += 2;
                    node->kind = ShellNode::Kind::Function;
                    node->name = w;
                    skipNewlines();
                    node->parts.append(command());
                    return node;
                }
            }
        }
        return node;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_nesting = 0;
    QString m_problem;
    QList<Pending> m_pending;
};

} // namespace

ShellNodePtr parseShell(const QString &script, QString *problem) {
    if (script.size() > kMaxScript) {
        *problem = QStringLiteral("The script is larger than 256 KiB");
        return nullptr;
    }
    // A last newline lets a here-document at the end find its body.
    Parser parser(script + QLatin1Char('\n'));
    ShellNodePtr node = parser.script();
    *problem = parser.problem();
    return node;
}

} // namespace sluice::sandbox
