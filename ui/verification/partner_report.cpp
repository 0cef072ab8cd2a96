#include "ui/verification/partner_report.h"

#include "ui/theme/theme.h"
#include "ui/verification/matrix_model.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace sluice::ui {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("sluice::ui", text);
}

Result<Json> lastDocument(const DeploymentView &view) {
    for (auto it = view.history.crbegin(); it != view.history.crend(); ++it) {
        if (it->kind == QLatin1String("verify"))
            return it->document;
    }
    return Error{.code = ErrorCode::NotFound,
                 .message = tr("%1 was never verified.").arg(view.name),
                 .resource = view.name,
                 .remedy = tr("Verify first; the report shows what was measured.")};
}

/// "2026-11-23 22:30:15" out of ISO 8601 UTC.
QString timeOf(const QString &iso) {
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return at.isValid() ? at.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : iso;
}

QString row(const QString &tag, const QStringList &cells, const QString &ground = {}) {
    QString text = ground.isEmpty() ? QStringLiteral("<tr>") : QStringLiteral("<tr bgcolor=\"%1\">").arg(ground);
    constexpr int widths[] = {14, 24, 20, 19, 23};
    for (qsizetype i = 0; i < cells.size(); ++i)
        text += QStringLiteral("<%1 align=\"left\" width=\"%3%\">%2</%1>")
                    .arg(tag, cells[i].toHtmlEscaped())
                    .arg(widths[i]);
    return text + QStringLiteral("</tr>");
}

/// The table has one line for it; the evidence below has all of it.
QString shortened(const QString &observed) {
    constexpr qsizetype most = 64;
    return observed.size() <= most ? observed : observed.left(most) + QChar(0x2026);
}

Tone toneOf(verify::Verdict verdict) {
    return verdict == verify::Verdict::Pass   ? Tone::Pass
           : verdict == verify::Verdict::Fail ? Tone::Fail
                                              : Tone::Unknown;
}

/// One coloured field across the page; what it says stands in words.
QString field(Tone tone, const QString &words) {
    const ToneColours c = Colours::light().tone(tone);
    return QStringLiteral("<table width=\"100%\" cellpadding=\"8\" cellspacing=\"0\"><tr><td bgcolor=\"%1\">"
                          "<font color=\"%2\">%3</font></td></tr></table>")
        .arg(c.soft.name(), c.ink.name(), words);
}

/// For paper: small letters, quiet lines, code in a field of its own.
QString sheet() {
    const Colours c = Colours::light();
    return QStringLiteral("h1 { font-size: 16pt; margin-bottom: 0px; }"
                          "h2 { font-size: 13pt; }"
                          "h3 { font-size: 10pt; margin-bottom: 2px; }"
                          ".address { font-family: 'DejaVu Sans Mono', monospace; font-size: 22pt; margin-top: 4px; }"
                          ".soft { color: %1; }"
                          "th { color: %1; font-weight: 600; border-bottom: 1px solid %2; }"
                          "td { border-bottom: 1px solid %3; }"
                          "pre { font-family: 'DejaVu Sans Mono', monospace; font-size: 8pt; background-color: %4; }")
        .arg(c.textSoft.name(), c.lineStrong.name(), c.line.name(), c.sunken.name());
}

QByteArray pdf(const QString &html, const QString &title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Sluice"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF()); // the document brings its own
    QTextDocument document;
    QFont letters = Theme::font(Type::Body);
    letters.setPointSizeF(9);
    document.setDefaultFont(letters);
    document.setDefaultStyleSheet(sheet());
    document.setHtml(html);
    document.print(&writer);
    buffer.close();
    return bytes;
}

} // namespace

Result<QString> partnerReportHtml(const DeploymentView &view) {
    const auto document = lastDocument(view);
    if (!document)
        return document.error();
    const auto report = verify::reportFromJson(*document);
    if (!report)
        return report.error();
    QString html;
    if (view.sandbox)
        html +=
            field(Tone::Sandbox, tr("Simulated: measured in a simulated cloud. It says nothing about a real address."));
    html += QStringLiteral("<h1>%1</h1>").arg(tr("Egress address of %1").arg(view.name.toHtmlEscaped()));
    html += QStringLiteral("<p class=\"address\">%1</p>").arg(report->egressIp.toHtmlEscaped());
    html += field(toneOf(report->verdict),
                  QStringLiteral("<b>%1: %2</b>").arg(tr("Verdict"), verdictText(report->verdict)));
    html += QStringLiteral("<p class=\"soft\">%1</p>")
                .arg(tr("Measured from %1 to %2 (UTC).")
                         .arg(timeOf(report->startedAt), timeOf(report->finishedAt))
                         .toHtmlEscaped());
    for (const verify::Cell &cell : view.standing.cells) {
        // A later measurement is not part of the whole run, and the partner is not left without it.
        if (view.standing.again.contains(cell.id))
            html += QStringLiteral("<p>%1</p>")
                        .arg(tr("Measured again at %1 (UTC), from %2 to %3: %4.")
                                 .arg(view.standing.again.value(cell.id), cell.source, cell.destination,
                                      verdictText(cell.verdict))
                                 .toHtmlEscaped());
    }
    html += QStringLiteral("<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\">");
    html += QStringLiteral("<thead>") +
            row(QStringLiteral("th"), {tr("Verdict"), tr("From"), tr("To"), tr("Expected"), tr("Observed")}) +
            QStringLiteral("</thead>"); // again on each page
    for (const verify::Cell &cell : report->cells)
        html += row(QStringLiteral("td"),
                    {verdictText(cell.verdict), cell.source, cell.destination, cell.expected,
                     cell.observed.isEmpty() ? tr("not measured") : shortened(cell.observed)},
                    cell.verdict == verify::Verdict::Pass ? QString()
                                                          : Colours::light().tone(toneOf(cell.verdict)).soft.name());
    html += QStringLiteral("</table><h2 style=\"page-break-before: always\">%1</h2>").arg(tr("Evidence"));
    for (const verify::Cell &cell : report->cells) {
        html +=
            QStringLiteral("<h3>%1: %2</h3>")
                .arg(verdictText(cell.verdict), tr("from %1 to %2").arg(cell.source, cell.destination).toHtmlEscaped());
        if (!cell.diagnosis.message.isEmpty())
            html += QStringLiteral("<p>%1</p>").arg(cell.diagnosis.message.toHtmlEscaped());
        for (const verify::Evidence &evidence : cell.evidence)
            html +=
                QStringLiteral("<p class=\"soft\">%1, %2, %3 ms</p><pre style=\"white-space: pre-wrap\">$ %4\n%5</pre>")
                    .arg(evidence.where.toHtmlEscaped(), evidence.at.toHtmlEscaped())
                    .arg(evidence.milliseconds)
                    .arg(evidence.command.toHtmlEscaped(), evidence.output.trimmed().toHtmlEscaped());
    }
    return html;
}

Result<Json> partnerReportJson(const DeploymentView &view) {
    auto document = lastDocument(view);
    if (!document)
        return document.error();
    Json json = *document;
    json["simulated"] = view.sandbox;
    for (const verify::Cell &cell : view.standing.cells) {
        if (view.standing.again.contains(cell.id))
            json["measured_again"].push_back(
                {{"at", view.standing.again.value(cell.id).toStdString()}, {"cell", verify::toJson(cell)}});
    }
    return json;
}

Status savePartnerReport(const DeploymentView &view, const QString &path) {
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
        const auto json = partnerReportJson(view);
        if (!json)
            return json.error();
        bytes = toJsonText(*json, 2) + '\n';
    } else if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        const auto html = partnerReportHtml(view);
        if (!html)
            return html.error();
        bytes = pdf(*html, tr("Egress address of %1").arg(view.name));
    } else {
        return Error{
            .code = ErrorCode::InvalidInput, .message = tr("A report is saved as .pdf or .json."), .resource = path};
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{.code = ErrorCode::Storage,
                     .message = tr("The report could not be written: %1").arg(file.errorString()),
                     .resource = path};
    return Ok{};
}

} // namespace sluice::ui
