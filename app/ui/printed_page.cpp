// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ui/printed_page.h"

#include "app/ui/fonts.h"

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
constexpr int iconPixels = 240;         ///< drawn smaller
constexpr double smallest = 0.3;        ///< of the size that was asked for
constexpr double step = 0.97;

QImage iconOf(const QString& name)
{
    QSvgRenderer renderer(":/qt/qml/Smileystand/icons/ink/" + name + ".svg");
    QImage image(iconPixels, iconPixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

/// One item as a table's row; without a lead its drawing stands beside the middle of its words. Qt mirrors no table.
QString rowOf(const PrintedItem& item, const PrintedPage& page, const QUrl& icon)
{
    const int body = page.bodyPixels;
    const QString cell = QStringLiteral("style='padding-top:%1px; padding-bottom:%2px; vertical-align:%3'")
                             .arg(body * 4 / 10)
                             .arg(body * (item.lead.isEmpty() ? 4 : 9) / 10)
                             .arg(item.lead.isEmpty() ? "middle" : "top");
    const QString picture = QStringLiteral("<td width='%2' %4><img src='%1' width='%3' height='%3'></td>")
                                .arg(icon.toString())
                                .arg(body * 33 / 10)
                                .arg(body * 21 / 10)
                                .arg(cell);
    const QString lead = item.lead.isEmpty()
                             ? QString()
                             : QStringLiteral("<p style='margin:0; font-size:%1px; font-weight:700'>%2</p>")
                                   .arg(item.isLarge ? body * 3 / 2 : body * 28 / 23)
                                   .arg(item.lead.toHtmlEscaped());
    const QString words = QStringLiteral("<td %1>%2<p style='margin:0'>%3</p></td>")
                              .arg(cell, lead, item.body.toHtmlEscaped().replace('\n', "<br>"));
    return "<tr>" + (page.rightToLeft ? words + picture : picture + words) + "</tr>";
}

QString htmlOf(const PrintedPage& page, QTextDocument& document)
{
    const int body = page.bodyPixels;
    QString sections;
    for (const PrintedSection& section : page.sections) {
        if (!section.heading.isEmpty()) {
            sections += QStringLiteral("<p style='font-size:%1px; font-weight:600; color:#0E4A56; "
                                       "margin:%2px 0 0 0; page-break-before:%3'>%4</p>")
                            .arg(body * 35 / 23)
                            .arg(body * 8 / 10)
                            .arg(section.startsPage ? "always" : "auto")
                            .arg(section.heading.toHtmlEscaped());
        }
        QString rows;
        for (const PrintedItem& item : section.items) {
            const QUrl icon("icon:" + item.icon);
            document.addResource(QTextDocument::ImageResource, icon, iconOf(item.icon));
            rows += rowOf(item, page, icon);
        }
        sections += "<table width='100%' cellspacing='0' cellpadding='0'>" + rows + "</table>";
    }
    return QStringLiteral("<div dir='%1' style='color:#16232E'><p style='margin:0'><b>%2</b> %3</p>"
                          "<p style='font-size:%4px; font-weight:600; margin:%5px 0 %5px 0'>%6</p><p "
                          "style='margin:0; font-size:14px'>&nbsp;</p>")
               .arg(page.rightToLeft ? "rtl" : "ltr", page.owner.toHtmlEscaped(), page.place.toHtmlEscaped())
               .arg(body * 2)
               .arg(body * 13 / 10)
               .arg(page.title.toHtmlEscaped()) +
           sections +
           QStringLiteral("<p style='margin:10px 0 0 0'><b>%1</b><br>%2</p>"
                          "<p style='margin:16px 0 0 0; font-size:%3px; color:#3A4651'>%4</p></div>")
               .arg(page.closingLead.toHtmlEscaped(), page.closing.toHtmlEscaped())
               .arg(body * 17 / 23)
               .arg(page.made.toHtmlEscaped());
}

} // namespace

QString plainText(const PrintedPage& page)
{
    QString text = page.title + "\n\n";
    for (const PrintedSection& section : page.sections) {
        text += section.heading.isEmpty() ? QString() : section.heading + "\n\n";
        for (const PrintedItem& item : section.items) {
            text += (item.lead.isEmpty() ? QString() : item.lead + '\n') + item.body + "\n\n";
        }
    }
    text += page.closingLead + '\n';
    if (!page.closing.isEmpty()) {
        text += page.closing + '\n';
    }
    return text + page.made + '\n';
}

QString styledText(const PrintedPage& page)
{
    QString text;
    for (const PrintedSection& section : page.sections) {
        text += text.isEmpty() ? QString() : QStringLiteral("<br>");
        text += section.heading.isEmpty() ? QString() : "<h3>" + section.heading.toHtmlEscaped() + "</h3>";
        QStringList items;
        for (const PrintedItem& item : section.items) {
            items << (item.lead.isEmpty() ? QString() : "<b>" + item.lead.toHtmlEscaped() + "</b><br>") +
                         item.body.toHtmlEscaped().replace('\n', "<br>");
        }
        text += items.join("<br><br>");
    }
    return text + "<br><br><b>" + page.closingLead.toHtmlEscaped() + "</b><br>" + page.closing.toHtmlEscaped() +
           "<br>" + page.made.toHtmlEscaped();
}

bool writePdf(const PrintedPage& page, QIODevice& target)
{
    QTextDocument document;
    QTextOption option;
    option.setTextDirection(page.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    document.setDefaultTextOption(option);
    document.setDocumentMargin(0);
    QFont font(page.rightToLeft ? arabicFamily : latinFamily);
    font.setPixelSize(page.bodyPixels);
    document.setDefaultFont(font);
    document.setHtml(htmlOf(page, document));

    QPdfWriter writer(&target);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({18, 18, 18, 18}, QPageLayout::Millimeter);
    writer.setTitle(page.title);
    writer.setResolution(printedDotsPerInch);
    const double scale = static_cast<double>(printedDotsPerInch) / dotsPerInch;
    const QRectF printed = writer.pageLayout().paintRectPixels(printedDotsPerInch);
    QSizeF room(printed.width() / scale, printed.height() / scale);
    double fits = 1;
    // As many pages as there may be, whatever the language: what is longer is made smaller.
    for (document.setPageSize(room); document.pageCount() > page.pagesMax && fits > smallest; fits *= step) {
        document.setPageSize(room / (fits * step));
    }
    room = document.pageSize();
    QPainter painter;
    if (!painter.begin(&writer)) {
        return false;
    }
    painter.scale(scale * fits, scale * fits);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0 && !writer.newPage()) {
            return false;
        }
        painter.save();
        painter.translate(0, -number * room.height());
        document.drawContents(&painter, QRectF(0, number * room.height(), room.width(), room.height()));
        painter.restore();
    }
    return painter.end();
}

bool writePdfFile(const PrintedPage& page, const QString& file)
{
    QFile target(file);
    return target.open(QIODevice::WriteOnly | QIODevice::Truncate) && writePdf(page, target) && target.flush() &&
           target.error() == QFileDevice::NoError;
}

} // namespace smiley::ui
