// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/poster.h"

#include "app/ui/fonts.h"
#include "app/ui/promises.h"

#include <QFile>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QTextDocument>
#include <QUrl>

namespace smiley::ui {

namespace {

constexpr int dotsPerInch = 96;         ///< the document is laid out in CSS pixels
constexpr int printedDotsPerInch = 300; ///< and drawn finer
constexpr int iconPixels = 240;         ///< drawn at 44

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QImage iconOf(const QString& name)
{
    QSvgRenderer renderer(":/qt/qml/Smileystand/icons/ink/" + name + ".svg");
    QImage image(iconPixels, iconPixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

QString madeLine(const Poster& poster)
{ // A date keeps its order in a text that runs from right to left.
    return qtTrId("poster.made").arg(u'\u2066' + QString::fromStdString(poster.made.text()) + u'\u2069');
}

QString controllerLine(const Poster& poster)
{
    return qtTrId("about.controller").arg(QString::fromStdString(poster.settings.municipality));
}

} // namespace

QString posterText(const Poster& poster)
{
    QString text = qtTrId("poster.title") + "\n\n";
    for (const Promise& promise : promisesOf(poster.settings, poster.noCameraOrMicrophone)) {
        text += promise.lead + '\n' + promise.body + "\n\n";
    }
    text += controllerLine(poster) + '\n';
    if (!poster.settings.controllerContact.empty()) {
        text += QString::fromStdString(poster.settings.controllerContact) + '\n';
    }
    return text + madeLine(poster) + '\n';
}

bool writePosterPdf(const Poster& poster, const QString& file)
{
    QFile target(file);
    if (!target.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return false;
    }
    QTextDocument document;
    QTextOption option;
    option.setTextDirection(poster.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    document.setDefaultTextOption(option);
    document.setDocumentMargin(0);
    QFont font(poster.rightToLeft ? arabicFamily : latinFamily);
    font.setPixelSize(23);
    document.setDefaultFont(font);
    QString body;
    for (const Promise& promise : promisesOf(poster.settings, poster.noCameraOrMicrophone)) {
        const QUrl icon("icon:" + promise.icon);
        document.addResource(QTextDocument::ImageResource, icon, iconOf(promise.icon));
        const QString picture =
            QStringLiteral("<td width='76'><img src='%1' width='48' height='48'></td>").arg(icon.toString());
        const QString words =
            QStringLiteral("<td style='padding-bottom:30px'><p style='margin:0; font-size:28px; "
                           "font-weight:700'>%1</p><p style='margin:0'>%2</p></td>")
                .arg(promise.lead.toHtmlEscaped(), promise.body.toHtmlEscaped().replace('\n', "<br>"));
        body += "<tr>" + (poster.rightToLeft ? words + picture : picture + words) + "</tr>"; // Qt mirrors no table
    }
    document.setHtml(QStringLiteral("<div dir='%1' style='color:#16232E'><p style='margin:0'><b>%2</b> %3</p>"
                                    "<p style='font-size:46px; font-weight:600; margin:30px 0 30px 0'>%4</p><p "
                                    "style='margin:0; font-size:14px'>&nbsp;</p><table width='100%' "
                                    "cellspacing='0' cellpadding='0'>%5"
                                    "</table><p style='margin:10px 0 0 0'><b>%6</b><br>%7</p>"
                                    "<p style='margin:16px 0 0 0; font-size:17px; color:#3A4651'>%8</p></div>")
                         .arg(poster.rightToLeft ? "rtl" : "ltr", escaped(poster.settings.municipality),
                              escaped(poster.settings.place), qtTrId("poster.title").toHtmlEscaped(), body,
                              controllerLine(poster).toHtmlEscaped(), escaped(poster.settings.controllerContact),
                              madeLine(poster).toHtmlEscaped()));

    QPdfWriter writer(&target);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({18, 18, 18, 18}, QPageLayout::Millimeter);
    writer.setTitle(qtTrId("poster.title"));
    writer.setResolution(printedDotsPerInch);
    const double scale = static_cast<double>(printedDotsPerInch) / dotsPerInch;
    const QRectF room = writer.pageLayout().paintRectPixels(printedDotsPerInch);
    document.setTextWidth(room.width() / scale);
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    // One page, whatever the language: what is longer is made smaller.
    const double fits = qMin(1.0, room.height() / scale / document.size().height());
    painter.scale(scale * fits, scale * fits);
    document.drawContents(&painter);
    return painter.end() && target.flush() && target.error() == QFileDevice::NoError;
}

} // namespace smiley::ui
