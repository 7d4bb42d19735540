// The texts of `tr`: whole in Dutch, plurals in English, and none left behind in the sources.

#include <gtest/gtest.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <set>

namespace lommer::app {
namespace {

struct Message {
    QString source;
    bool isFinished = true;
    QStringList forms = {};
};

std::vector<Message> messagesOf(const char* name) {
    QFile file(QStringLiteral(LOMMER_TRANSLATIONS "/") + QString::fromUtf8(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QStringLiteral("source")) {
            messages.push_back({xml.readElementText()});
        } else if (xml.name() == QStringLiteral("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            messages.back().forms
                << xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return messages;
}

TEST(Translation, HasNothingUnfinishedOrEmpty) {
    for (const char* name : {"lommer_nl.ts", "lommer_en.ts"}) {
        for (const Message& message : messagesOf(name)) {
            EXPECT_TRUE(message.isFinished) << name << ": " << message.source.toStdString();
            ASSERT_FALSE(message.forms.isEmpty());
            EXPECT_FALSE(message.forms.front().isEmpty())
                << name << ": " << message.source.toStdString();
        }
    }
}

TEST(Translation, HoldsEveryTextOfTheSources) {
    std::set<QString> known;
    for (const Message& message : messagesOf("lommer_nl.ts")) {
        known.insert(message.source);
    }
    // One literal: texts that are split over lines are found by their first part.
    static const QRegularExpression text(
        QStringLiteral(R"re((?:\btr\(|translate\(\s*"\w+",)\s*"((?:[^"\\]|\\.)*)")re"));
    QDirIterator files(QStringLiteral(LOMMER_TRANSLATIONS "/../app"), {QStringLiteral("*.cpp")},
                       QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString source = QString::fromUtf8(file.readAll());
        auto found = text.globalMatch(source);
        while (found.hasNext()) {
            const QString part = found.next().captured(1);
            ++count;
            EXPECT_TRUE(std::any_of(known.begin(), known.end(),
                                    [&](const QString& one) { return one.startsWith(part); }))
                << file.fileName().toStdString() << ": " << part.toStdString();
        }
    }
    EXPECT_GT(count, 80);
}

}  // namespace
}  // namespace lommer::app
