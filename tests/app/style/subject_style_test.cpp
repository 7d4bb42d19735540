#include "app/style/subject_style.h"

#include "app/style/legend.h"
#include "core/subjects/code_lists.h"
#include "core/subjects/subjects.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace lommer::app {
namespace {

TEST(SubjectStyle, IsOfASubjectThatThereIs) {
    QFile file(QStringLiteral(":/subjects/style.json"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QStringList ids = QJsonDocument::fromJson(file.readAll()).object().keys();
    EXPECT_GT(ids.size(), 15);
    for (const QString& id : ids) {
        EXPECT_NE(core::findSubject(id.toStdString()), nullptr) << id.toStdString();
        EXPECT_TRUE(subjectStyle(id.toStdString()).has_value());
    }
    EXPECT_FALSE(subjectStyle("").has_value());
}

/// Every value that a style names stands in the code list of its column, and what it does not
/// name has a colour too.
TEST(SubjectStyle, UsesTheTermsOfTheCodeLists) {
    int columns = 0;
    for (const core::Subject& subject : core::subjects()) {
        const auto style = subjectStyle(std::string(subject.id));
        if (!style || style->kind != StyleKind::categories) {
            continue;
        }
        const auto column = std::find_if(subject.columns.begin(), subject.columns.end(),
                                         [&](const core::SubjectColumn& one) {
                                             return one.name == style->column.toStdString();
                                         });
        ASSERT_NE(column, subject.columns.end()) << subject.id;
        const core::CodeList* list = core::findCodeList(column->codeList);
        ASSERT_NE(list, nullptr) << subject.id;
        for (const StyleCategory& category : style->categories) {
            for (const std::string& value : category.values) {
                EXPECT_TRUE(list->contains(value)) << subject.id << ": " << value;
            }
        }
        EXPECT_TRUE(style->categories.back().values.empty()) << subject.id;
        ++columns;
    }
    EXPECT_GE(columns, 4);
}

core::Table tableOfTerms(const std::vector<const char*>& terms) {
    core::Column column({"fysiek_voorkomen"});
    for (const char* term : terms) {
        term == nullptr ? column.appendAbsent() : column.appendText(term);
    }
    const std::int64_t rows = column.size();
    return {rows, {std::make_shared<core::Column>(std::move(column))}, nullptr};
}

TEST(SubjectStyle, HasALegendOfTheKindsThatOccur) {
    const core::Table table =
        tableOfTerms({"heide", "bouwland", "heide", "een nieuwe soort", nullptr});
    const LayerStyle style = *subjectStyle("green-areas");
    const LegendSection legend =
        makeLegend(style, legendFactsOf(table, style), QStringLiteral("Groen"),
                   QLocale(QLocale::Dutch, QLocale::Netherlands));
    QStringList labels;
    for (const LegendItem& item : legend.items) {
        labels << item.label;
    }
    ASSERT_EQ(labels.size(), 4);  // two kinds, the others, no data
    EXPECT_EQ(labels[0], QStringLiteral("Heide of duin"));
    EXPECT_EQ(labels[1], QStringLiteral("Bouwland"));
    EXPECT_EQ(labels[2], QStringLiteral("Overig groen"));
}

}  // namespace
}  // namespace lommer::app
