#include "tests/cli/program.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace lommer::test {
namespace {

constexpr int kPatienceMilliseconds = 300'000;

QStringList listOf(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list << QString::fromStdString(text);
    }
    return list;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments, const std::filesystem::path& cache)
    : process_(std::make_unique<QProcess>()) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), QString::fromStdString(cache.string()));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                       QString::fromStdString((cache / "settings").string()));
    process_->setProcessEnvironment(environment);
    process_->start(QStringLiteral(LOMMER_CLI), listOf(arguments));
    process_->waitForStarted();
}

Program::~Program() {
    if (isRunning()) {
        kill();
        process_->waitForFinished();
    }
}

void Program::interrupt() {
    QProcess::execute(QStringLiteral("kill"),
                      {QStringLiteral("-INT"), QString::number(process_->processId())});
}

void Program::kill() {
    process_->kill();
}

bool Program::isRunning() const {
    return process_->state() != QProcess::NotRunning;
}

Ending Program::ending() {
    process_->waitForFinished(kPatienceMilliseconds);
    return {process_->exitStatus() == QProcess::NormalExit ? process_->exitCode() : -1,
            process_->readAllStandardOutput().toStdString(),
            process_->readAllStandardError().toStdString()};
}

Ending runProgram(const std::vector<std::string>& arguments, const std::filesystem::path& cache) {
    return Program(arguments, cache).ending();
}

}  // namespace lommer::test
