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

QString row(const QString &tag, const QStringList &cells) {
    QString text = QStringLiteral("<tr>");
    for (const QString &cell : cells)
        text += QStringLiteral("<%1 align=\"left\">%2</%1>").arg(tag, cell.toHtmlEscaped());
    return text + QStringLiteral("</tr>");
}

QByteArray pdf(const QString &html, const QString &title) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Sluice"));
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    QTextDocument document;
    document.setDefaultFont(Theme::font(Type::Body));
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
        html += QStringLiteral("<p><b>%1</b></p>")
                    .arg(tr("Simulated: measured in a simulated cloud. It says nothing about a real address."));
    html += QStringLiteral("<h1>%1</h1>").arg(tr("Egress address of %1").arg(view.name.toHtmlEscaped()));
    html += QStringLiteral("<h2>%1</h2>").arg(report->egressIp.toHtmlEscaped());
    html += QStringLiteral("<p><b>%1: %2</b><br/>%3</p>")
                .arg(tr("Verdict"), verdictText(report->verdict),
                     tr("Measured from %1 to %2 (UTC).").arg(report->startedAt, report->finishedAt).toHtmlEscaped());
    for (const verify::Cell &cell : view.standing.cells) {
        // A later measurement is not part of the whole run, and the partner is not left without it.
        if (view.standing.again.contains(cell.id))
            html += QStringLiteral("<p>%1</p>")
                        .arg(tr("Measured again at %1 (UTC), from %2 to %3: %4.")
                                 .arg(view.standing.again.value(cell.id), cell.source, cell.destination,
                                      verdictText(cell.verdict))
                                 .toHtmlEscaped());
    }
    html += QStringLiteral("<table width=\"100%\" cellpadding=\"4\" cellspacing=\"0\" border=\"0.5\">");
    html += row(QStringLiteral("th"), {tr("Verdict"), tr("From"), tr("To"), tr("Expected"), tr("Observed")});
    for (const verify::Cell &cell : report->cells)
        html += row(QStringLiteral("td"), {verdictText(cell.verdict), cell.source, cell.destination, cell.expected,
                                           cell.observed.isEmpty() ? tr("not measured") : cell.observed});
    html += QStringLiteral("</table><h2>%1</h2>").arg(tr("Evidence"));
    for (const verify::Cell &cell : report->cells) {
        html +=
            QStringLiteral("<h3>%1: %2</h3>")
                .arg(verdictText(cell.verdict), tr("from %1 to %2").arg(cell.source, cell.destination).toHtmlEscaped());
        if (!cell.diagnosis.message.isEmpty())
            html += QStringLiteral("<p>%1</p>").arg(cell.diagnosis.message.toHtmlEscaped());
        for (const verify::Evidence &evidence : cell.evidence)
            html +=
                QStringLiteral("<p><small>%1, %2, %3 ms</small></p><pre style=\"white-space: pre-wrap\">$ %4\n%5</pre>")
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
