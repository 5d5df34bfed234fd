// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/report.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QTextStream>

#include <algorithm>
#include <map>

namespace smiley::test {

namespace {

using Rule = Figure::Rule;

constexpr int marginLeft = 150; // beside the picture: heights above the floor
constexpr int marginBottom = 46;

const QColor good("#0B6E4F");
const QColor bad("#C1121F");
const QColor paper("#FFFFFF");
const QColor ink("#16232E");

QFont small(int pixels)
{
    QFont font("Inter");
    font.setPixelSize(pixels);
    font.setWeight(QFont::DemiBold);
    return font;
}

/// A figure on a ground of its own, so that it can be read on any screen.
void tag(QPainter& painter, QPointF at, const QString& words, const QColor& colour)
{
    const QRectF box = QFontMetricsF(painter.font()).boundingRect(words).adjusted(-3, -1, 3, 1);
    const QRectF place(at, box.size());
    painter.fillRect(place, colour);
    painter.setPen(paper);
    painter.drawText(place, Qt::AlignCenter, words);
}

QString two(double value) { return QString::number(value, 'f', 1); }

const Figure* find(const std::vector<Figure>& figures, Rule rule, const QString& what, const QRectF& where)
{
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) {
        return figure.rule == rule && figure.what == what && figure.where == where;
    });
    return found == figures.end() ? nullptr : &*found;
}

void drawTargets(QPainter& painter, const Panel& panel, const Drawn& drawn, const std::vector<Figure>& figures)
{
    for (const ui::Target& target : drawn.targets) {
        const bool holds = std::all_of(figures.begin(), figures.end(), [&](const Figure& figure) {
            return figure.holds() || figure.where != target.rect;
        });
        const QColor colour = holds ? QColor("#B5179E") : bad;
        painter.setPen(QPen(colour, 2));
        painter.drawRect(target.rect);
        tag(painter, target.rect.topLeft(),
            QString("%1 × %2 mm").arg(two(panel.mm(target.rect.width())), two(panel.mm(target.rect.height()))), colour);
    }
}

/// The gap to the nearest neighbours to the right and below, where it is drawn between the two.
void drawGaps(QPainter& painter, const Panel& panel, const Drawn& drawn)
{
    painter.setFont(small(11));
    for (const ui::Target& one : drawn.targets) {
        for (const ui::Target& other : drawn.targets) {
            const QRectF& a = one.rect;
            const QRectF& b = other.rect;
            const double across = b.left() - a.right();
            if (across >= 0 && panel.mm(across) < 6 && std::min(a.bottom(), b.bottom()) > std::max(a.top(), b.top())) {
                const double y = (std::max(a.top(), b.top()) + std::min(a.bottom(), b.bottom())) / 2;
                tag(painter, {a.right() + across / 2 - 12, y - 8}, two(panel.mm(across)), QColor("#1D3557"));
            }
            const double down = b.top() - a.bottom();
            if (down >= 0 && panel.mm(down) < 6 && std::min(a.right(), b.right()) > std::max(a.left(), b.left())) {
                const double x = (std::max(a.left(), b.left()) + std::min(a.right(), b.right())) / 2;
                tag(painter, {x - 12, a.bottom() + down / 2 - 8}, two(panel.mm(down)), QColor("#1D3557"));
            }
        }
    }
}

void drawTexts(QPainter& painter, const Drawn& drawn, const std::vector<Figure>& figures)
{
    painter.setFont(small(11));
    for (const DrawnText& text : drawn.texts) {
        const bool holds = std::all_of(figures.begin(), figures.end(), [&](const Figure& figure) {
            return figure.holds() || figure.where != text.rect;
        });
        painter.setPen(QPen(holds ? good : bad, 1, Qt::DotLine));
        painter.drawRect(text.rect);
        const Figure* capital = find(figures, Rule::Capital, text.words, text.rect);
        const Figure* contrast = find(figures, Rule::TextContrast, text.words, text.rect);
        QString words = capital == nullptr ? QString() : two(capital->value) + " mm";
        if (contrast != nullptr) {
            words += "  " + two(contrast->value) + ":1";
        }
        tag(painter, {text.rect.left(), text.rect.bottom() - 3}, words, holds ? good : bad);
    }
}

void drawReach(QPainter& painter, const Panel& panel)
{
    painter.setFont(small(15));
    for (const double height : {lowestMm, facesFromMm, facesToMm, highestMm}) {
        const double y = panel.yOf(height);
        if (y < 0 || y > panel.pixels.height()) {
            continue;
        }
        painter.setPen(QPen(height == lowestMm || height == highestMm ? bad : good, 3, Qt::DashLine));
        painter.drawLine(QPointF(-marginLeft, y), QPointF(panel.pixels.width(), y));
        painter.drawText(QPointF(-marginLeft + 6, y - 6), QString("%1 mm").arg(height));
    }
    painter.setPen(ink);
    painter.drawText(QPointF(-marginLeft + 6, 18), QString("%1 mm").arg(qRound(panel.heightMm(0))));
    painter.drawText(QPointF(-marginLeft + 6, panel.pixels.height() - 6),
                     QString("%1 mm").arg(qRound(panel.lowerEdgeMm)));
}

QImage annotated(const Shot& shot, const Drawn& drawn, const std::vector<Figure>& figures, const QImage& frame,
                 int wrong)
{
    QImage picture(frame.width() + marginLeft, frame.height() + marginBottom, QImage::Format_RGB32);
    picture.fill(paper);
    QPainter painter(&picture);
    painter.translate(marginLeft, 0);
    painter.drawImage(0, 0, frame);
    drawReach(painter, shot.panel);
    painter.setFont(small(13));
    drawTargets(painter, shot.panel, drawn, figures);
    drawGaps(painter, shot.panel, drawn);
    drawTexts(painter, drawn, figures);
    painter.setFont(small(20));
    painter.setPen(wrong == 0 ? good : bad);
    painter.drawText(QPointF(-marginLeft + 6, frame.height() + 32),
                     QString("%1 %2, %3, %4: %5")
                         .arg(shot.panel.inches, shot.screen, shot.language,
                              shot.look == Look::Contrast ? "Kontrast" : "plain",
                              wrong == 0 ? QString("all hold") : QString("%1 do not hold").arg(wrong)));
    return picture;
}

/// Pictures of every screen would be 1,400; these show the lengths and the directions.
bool isPictured(const Shot& shot, int wrong)
{
    return wrong > 0 || shot.language == "da" || shot.language == "ar" || shot.language == "long";
}

QString cell(const QString& words) { return "<td>" + words.toHtmlEscaped() + "</td>"; }

} // namespace

QString Shot::name() const
{
    return QString("%1-%2-%3%4")
        .arg(panel.name, QString(screen).replace(':', '_'), language, look == Look::Contrast ? "-contrast" : "");
}

Report::Report(QString folder) : m_folder(std::move(folder))
{
    if (!QDir().mkpath(m_folder)) {
        qFatal("%s can't be made", qPrintable(m_folder));
    }
    m_csv = "panel,screen,language,look,rule,what,value,least,holds\n";
}

void Report::add(const Shot& shot, const Drawn& drawn, const std::vector<Figure>& figures, const QImage& frame)
{
    Row row{shot, {}, 0};
    std::map<Rule, Figure> tightest;
    for (const Figure& figure : figures) {
        row.wrong += figure.holds() ? 0 : 1;
        const auto [place, isNew] = tightest.try_emplace(figure.rule, figure);
        if (!isNew && figure.value - figure.least < place->second.value - place->second.least) {
            place->second = figure;
        }
        // Of the distances only the near ones are worth a line.
        if ((figure.rule == Rule::Gap || figure.rule == Rule::Apart) && figure.value > 8 && figure.holds()) {
            continue;
        }
        m_csv +=
            QString("%1,%2,%3,%4,\"%5\",\"%6\",%7,%8,%9\n")
                .arg(shot.panel.name, shot.screen, shot.language, shot.look == Look::Contrast ? "contrast" : "plain",
                     nameOf(figure.rule), QString(figure.what).replace('\n', ' ').replace('"', '\''))
                .arg(figure.value, 0, 'f', 2)
                .arg(figure.least, 0, 'f', 2)
                .arg(figure.holds() ? "yes" : "NO");
    }
    for (const auto& [rule, figure] : tightest) {
        row.tightest.push_back(figure);
    }
    if (isPictured(shot, row.wrong)) {
        annotated(shot, drawn, figures, frame, row.wrong).save(m_folder + "/" + shot.name() + ".png");
    }
    m_rows.push_back(row);
}

void Report::finish()
{
    static const std::vector<Rule> columns{Rule::Target,    Rule::Face,         Rule::Gap,          Rule::Capital,
                                           Rule::Whole,     Rule::Apart,        Rule::Inside,       Rule::Reach,
                                           Rule::FaceReach, Rule::TextContrast, Rule::ShapeContrast};
    QFile csv(m_folder + "/figures.csv");
    QFile page(m_folder + "/index.html");
    if (!csv.open(QFile::WriteOnly) || !page.open(QFile::WriteOnly)) {
        qFatal("the report can't be written to %s", qPrintable(m_folder));
    }
    csv.write(m_csv.toUtf8());
    QTextStream html(&page);
    const auto wrong = std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.wrong > 0; });
    html << "<!doctype html><meta charset=utf-8><title>Geometry and contrast</title><style>body{font:15px "
            "Inter,sans-serif;margin:24px}"
            "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:3px "
            "8px;text-align:right;white-space:nowrap}"
            "th{text-align:left;position:sticky;top:0;background:#fff}td.no{background:#C1121F;color:#fff}</style>"
         << "<h1>Geometry and contrast of the visitor's screens</h1><p>" << m_rows.size() << " screens, " << wrong
         << " with something that does not hold. Each cell is the tightest figure of the screen and its limit; every "
            "figure is in "
            "<a href=figures.csv>figures.csv</a>.</p><table><tr><th>panel<th>screen<th>language<th>look";
    for (const Rule rule : columns) {
        html << "<th>" << nameOf(rule);
    }
    for (const Row& row : m_rows) {
        const QString picture = row.shot.name() + ".png";
        const QString screen = row.shot.screen.toHtmlEscaped();
        html << "<tr>" << cell(row.shot.panel.inches) << "<td>"
             << (isPictured(row.shot, row.wrong) ? "<a href='" + picture + "'>" + screen + "</a>" : screen) << "</td>"
             << cell(row.shot.language) << cell(row.shot.look == Look::Contrast ? "Kontrast" : "plain");
        for (const Rule rule : columns) {
            const auto figure = std::find_if(row.tightest.begin(), row.tightest.end(),
                                             [rule](const Figure& each) { return each.rule == rule; });
            if (figure == row.tightest.end()) {
                html << "<td>–</td>";
            } else {
                html << (figure->holds() ? "<td title=\"" : "<td class=no title=\"") << figure->what.toHtmlEscaped()
                     << "\">" << QString::number(figure->value, 'f', 2) << " ≥ " << figure->least << "</td>";
            }
        }
        html << "\n";
    }
    html << "</table>\n";
}

} // namespace smiley::test
