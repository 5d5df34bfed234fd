// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/ticket_cards.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <qrencode.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <numbers>
#include <optional>

namespace smiley::central {

namespace {

// Lengths are in millimetres, sizes of letters in points.
constexpr double pageWidth = 210;
constexpr double pageHeight = 297;
constexpr double pointsPerMm = 72 / 25.4;
constexpr std::size_t columns = 2;
constexpr std::size_t rows = cardsPerPage / columns;
constexpr double cardWidth = 85;
constexpr double cardHeight = 54;
constexpr double left = (pageWidth - columns * cardWidth) / 2;
constexpr double top = (pageHeight - rows * cardHeight) / 2;
constexpr double margin = 5.5;
constexpr double module = 0.75;
constexpr double quietZone = 4 * module;
constexpr int qrVersion = 6;
constexpr int qrModules = 17 + 4 * qrVersion;
constexpr double qrSide = qrModules * module;
constexpr double headBaseline = 8.6;
constexpr double ruleAt = 14.4;
constexpr double facesWidth = 26;
constexpr double qrTop = cardHeight - margin - qrSide;
static_assert(qrTop > ruleAt + quietZone && margin > quietZone);

struct Colour {
    double red, green, blue;
};
constexpr Colour ink{0.086, 0.137, 0.180};
constexpr Colour quietInk{0.227, 0.275, 0.318};
constexpr Colour primary{0.055, 0.290, 0.337};
constexpr Colour line{0.72, 0.70, 0.66};

struct Closed {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(QRinput* input) const { QRinput_free(input); }
    void operator()(QRcode* code) const { QRcode_free(code); }
};
template <class T>
using Owned = std::unique_ptr<T, Closed>;

enum class Weight : std::uint8_t { Normal, Bold };

std::string_view withoutLastLetter(std::string_view text)
{
    bool isContinued = true;
    while (isContinued && !text.empty()) {
        isContinued = (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U;
        text.remove_suffix(1);
    }
    return text;
}

/// Draws on one page after the other.
class Pen {
public:
    explicit Pen(cairo_t* context) : m_context(context) {}

    void colour(Colour colour) { cairo_set_source_rgb(m_context, colour.red, colour.green, colour.blue); }
    void font(Weight weight, double points)
    {
        cairo_select_font_face(m_context, "Inter", CAIRO_FONT_SLANT_NORMAL,
                               weight == Weight::Bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(m_context, points / pointsPerMm);
    }
    double widthOf(const std::string& text)
    {
        cairo_text_extents_t extents;
        cairo_text_extents(m_context, text.c_str(), &extents);
        return extents.x_advance;
    }
    void text(double x, double baseline, const std::string& text)
    {
        cairo_move_to(m_context, x, baseline);
        cairo_show_text(m_context, text.c_str());
    }
    void stroke(double x1, double y1, double x2, double y2, double width = 0.15)
    {
        cairo_set_line_width(m_context, width);
        cairo_move_to(m_context, x1, y1);
        cairo_line_to(m_context, x2, y2);
        cairo_stroke(m_context);
    }

    /// The five, alike in size and colour: the card must not ask for one of them.
    void faces(double right, double middle)
    {
        constexpr double radius = 2.1;
        constexpr double step = (facesWidth - 2 * radius) / 4;
        cairo_set_line_width(m_context, 0.3);
        for (int i = 0; i < 5; ++i) {
            const double x = right - radius - (4 - i) * step;
            const double bend = (i - 2) * 0.28 * radius; // of the mouth's middle, downwards
            const double mouth = middle + 0.42 * radius - bend / 3;
            cairo_new_sub_path(m_context);
            cairo_arc(m_context, x, middle, radius, 0, 2 * std::numbers::pi);
            cairo_move_to(m_context, x - 0.45 * radius, mouth);
            cairo_curve_to(m_context, x - 0.2 * radius, mouth + bend, x + 0.2 * radius, mouth + bend, x + 0.45 * radius,
                           mouth);
            cairo_stroke(m_context);
            for (const double side : {-1, 1}) {
                cairo_arc(m_context, x + side * 0.35 * radius, middle - 0.25 * radius, 0.12 * radius, 0,
                          2 * std::numbers::pi);
                cairo_fill(m_context);
            }
        }
    }

    /// Words in lines no wider than `width`; a word that is wider has a line of its own.
    std::vector<std::string> wrapped(std::string_view text, double width)
    {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(' ', at), text.size());
            const std::string word(text.substr(at, end - at));
            if (!lines.empty() && widthOf(lines.back() + " " + word) <= width) {
                lines.back() += " " + word;
            } else if (!word.empty()) {
                lines.push_back(word);
            }
            at = end + 1;
        }
        return lines;
    }
    /// One line: smaller where it must be, and where that isn't enough, cut before its `tail`.
    void fitted(double x, double baseline, double width, const std::string& text, const std::string& tail,
                Weight weight, double points, double pointsMin)
    {
        font(weight, points);
        for (; points > pointsMin && widthOf(text + tail) > width; points -= 0.5) {
            font(weight, points - 0.5);
        }
        std::string shown = text + tail;
        for (std::string_view rest = text; widthOf(shown) > width && !rest.empty();) {
            rest = withoutLastLetter(rest);
            shown = std::string(rest) + "…" + tail;
        }
        this->text(x, baseline, shown);
    }

    void code(double x, double y, const QRcode& code)
    {
        const auto isDark = [&](int row, int column) { return (code.data[row * code.width + column] & 1U) != 0; };
        for (int row = 0; row < code.width; ++row) {
            for (int column = 0; column < code.width; ++column) {
                const int first = column;
                while (column < code.width && isDark(row, column)) {
                    ++column;
                }
                if (column > first) {
                    cairo_rectangle(m_context, x + first * module, y + row * module, (column - first) * module, module);
                }
            }
        }
        cairo_set_source_rgb(m_context, 0, 0, 0);
        cairo_fill(m_context);
    }

private:
    cairo_t* m_context;
};

/// Lines of one weight and size from a baseline on; gives the next baseline.
double paragraph(Pen& pen, double x, double baseline, double width, std::string_view text, Weight weight, double points)
{
    pen.font(weight, points);
    for (const std::string& each : pen.wrapped(text, width)) {
        pen.text(x, baseline, each);
        baseline += points * 1.25 / pointsPerMm;
    }
    return baseline;
}

void drawCard(Pen& pen, double x, double y, const CardWords& words, const QRcode& code)
{
    const double qrLeft = cardWidth - margin - qrSide;
    const double full = cardWidth - 2 * margin;
    const double column = qrLeft - quietZone - margin;
    const double right = x + cardWidth - margin;
    pen.colour(primary);
    pen.faces(right, y + headBaseline - 1.3);
    pen.fitted(x + margin, y + headBaseline, full - facesWidth - 3, words.municipality, "", Weight::Bold, 11, 7);
    pen.stroke(x + margin, y + ruleAt, right, y + ruleAt, 0.35);
    pen.colour(quietInk);
    pen.fitted(x + margin, y + headBaseline + 4.1, full, words.site, words.which.empty() ? "" : " – " + words.which,
               Weight::Normal, 9, 6.5);

    double baseline = y + qrTop + 2.6;
    pen.colour(ink);
    for (const char* each : {"Vis koden ved", "standen, og tryk", "så på et ansigt."}) {
        baseline = paragraph(pen, x + margin, baseline, column, each, Weight::Bold, 10.5);
    }
    baseline = paragraph(pen, x + margin, baseline + 1.4, column, "Gælder kun " + danishDay(words.day) + ".",
                         Weight::Normal, 8.5);
    pen.colour(quietInk);
    const bool isExample = words.isExample;
    baseline = paragraph(pen, x + margin, baseline + 1.4, column,
                         isExample ? "EKSEMPEL: tæller ikke." : "Kortet tæller én gang.", Weight::Normal, 7.5);
    (void)paragraph(pen, x + margin, baseline, column, "Dit navn står ikke på det, heller ikke i koden.",
                    Weight::Normal, 7.5);
    pen.code(x + qrLeft, y + qrTop, code);
}

/// At the page's edges, and where four cards meet.
void drawCutMarks(Pen& pen)
{
    constexpr double gap = 2; ///< so that a cut that isn't exact leaves no mark on a card
    constexpr double length = 3.5;
    constexpr double arm = 1.5;
    pen.colour(line);
    const double right = left + columns * cardWidth;
    const double bottom = top + rows * cardHeight;
    for (std::size_t i = 0; i <= columns; ++i) {
        const double x = left + static_cast<double>(i) * cardWidth;
        pen.stroke(x, top - gap - length, x, top - gap);
        pen.stroke(x, bottom + gap, x, bottom + gap + length);
    }
    for (std::size_t i = 0; i <= rows; ++i) {
        const double y = top + static_cast<double>(i) * cardHeight;
        pen.stroke(left - gap - length, y, left - gap, y);
        pen.stroke(right + gap, y, right + gap + length, y);
    }
    for (std::size_t i = 1; i < rows; ++i) {
        const double x = left + cardWidth;
        const double y = top + static_cast<double>(i) * cardHeight;
        pen.stroke(x - arm, y, x + arm, y);
        pen.stroke(x, y - arm, x, y + arm);
    }
}

Owned<QRcode> qrOf(const std::string& text)
{
    const Owned<QRinput> input(QRinput_new2(qrVersion, QR_ECLEVEL_M));
    if (!input || QRinput_append(input.get(), QR_MODE_AN, static_cast<int>(text.size()),
                                 reinterpret_cast<const unsigned char*>(text.data())) != 0) {
        return nullptr;
    }
    return Owned<QRcode>(QRcode_encodeInput(input.get()));
}

cairo_status_t append(void* pdf, const unsigned char* bytes, unsigned int size)
{
    static_cast<std::string*>(pdf)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

core::Failure<CardFault> fault(cairo_status_t status)
{
    return core::fail(CardFault::Drawing, std::string("the cards can't be drawn: ") + cairo_status_to_string(status));
}

} // namespace

std::string danishDay(core::Day day)
{
    constexpr std::array weekdays{"søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"};
    constexpr std::array months{"januar", "februar", "marts",     "april",   "maj",      "juni",
                                "juli",   "august",  "september", "oktober", "november", "december"};
    const std::string noBreak = "\u00A0";
    const std::chrono::year_month_day date(day.date);
    const std::chrono::weekday weekday(day.date);
    return std::string(weekdays.at(weekday.c_encoding())) + " den" + noBreak +
           std::to_string(static_cast<unsigned>(date.day())) + "." + noBreak +
           months.at(static_cast<unsigned>(date.month()) - 1) + noBreak + std::to_string(static_cast<int>(date.year()));
}

core::Result<std::string, CardFault> drawCards(const CardWords& words, const std::vector<std::string>& codes,
                                               const std::function<void(std::size_t)>& drawn)
{
    std::string pdf;
    const Owned<cairo_surface_t> surface(
        cairo_pdf_surface_create_for_stream(append, &pdf, pageWidth * pointsPerMm, pageHeight * pointsPerMm));
    const std::string day = danishDay(words.day);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                   ("Engangskort, " + words.site + ", " + day).c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_AUTHOR, words.municipality.c_str());
    const Owned<cairo_t> context(cairo_create(surface.get()));
    cairo_scale(context.get(), pointsPerMm, pointsPerMm);
    Pen pen(context.get());
    const std::size_t pages = (codes.size() + cardsPerPage - 1) / cardsPerPage;
    for (std::size_t page = 0; page < pages; ++page) {
        drawCutMarks(pen);
        pen.colour(quietInk);
        pen.fitted(left + 4, pageHeight - 5.5, columns * cardWidth - 8,
                   "Side " + std::to_string(page + 1) + " af " + std::to_string(pages) + "  ·  " + words.stand + ", " +
                       words.day.text() + "  ·  Udskriv i fuld størrelse (100 %), og klip ved mærkerne.",
                   "", Weight::Normal, 7.5, 5);
        const std::size_t end = std::min(codes.size(), (page + 1) * cardsPerPage);
        for (std::size_t i = page * cardsPerPage; i < end; ++i) {
            const auto code = qrOf(codes[i]);
            if (!code) {
                return core::fail(CardFault::Drawing, "a card's code can't be made");
            }
            const std::size_t place = i % cardsPerPage;
            drawCard(pen, left + static_cast<double>(place % columns) * cardWidth,
                     top + static_cast<double>(place / columns) * cardHeight, words, *code);
        }
        cairo_show_page(context.get());
        if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
            return fault(status);
        }
        drawn(end);
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS) {
        return fault(status);
    }
    return pdf;
}

} // namespace smiley::central
