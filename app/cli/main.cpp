#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/platform/console.h"
#include "app/platform/memory_reuse.h"
#include "core/base/error.h"

#include <cstdio>
#include <exception>
#include <map>

namespace {

using namespace lommer::app;
using lommer::core::Cancelled;
using lommer::core::Error;
using lommer::core::ErrorCode;

/// One line on stderr: code, what, where, what to do.
void printError(const Error& error, const Texts& texts) {
    clearProgress();
    const QString line = QString::fromUtf8(lommer::core::toText(error.code()).data()) +
                         QStringLiteral(": ") + texts.sentence(error);
    QByteArray bytes = line.toUtf8();
    if (!error.details().empty()) {
        bytes += " [" + QByteArray::fromStdString(error.details()) + ']';
    }
    bytes.replace('\n', ' ');
    std::fprintf(stderr, "%s\n", bytes.constData());
}

ExitCode perform(const CommandLine& line, const Texts& texts) {
    using Command = ExitCode (*)(const CommandLine&, const Texts&);
    static const std::map<std::string, Command> commands{
        {"list", listAnalyses},        {"describe", describeAnalysis}, {"run", runAnalysis},
        {"recognise", recogniseFiles}, {"verify", verifyRun},          {"sample", writeSample},
        {"explain", explainValue},     {"export-map", exportMap},
    };
    return commands.at(line.command)(line, texts);
}

ExitCode runProgram(int count, char** arguments, const Texts& texts) {
    try {
        const CommandLine line = parseCommandLine(count, arguments);
        if (line.help) {
            std::fputs(line.help->c_str(), stdout);
            return ExitCode::done;
        }
        return perform(line, texts);
    } catch (const Cancelled&) {
        clearProgress();
        std::fprintf(stderr, "%s\n",
                     texts.common(QStringLiteral("command"), QStringLiteral("cancelled"))
                         .toUtf8()
                         .constData());
        return ExitCode::cancelled;
    } catch (const Error& error) {
        printError(error, texts);
        return lommer::core::isUsageError(error.code()) ? ExitCode::wrongUsage : ExitCode::failed;
    } catch (const std::bad_alloc&) {
        printError(Error(ErrorCode::memoryTooSmall), texts);
        return ExitCode::failed;
    } catch (const std::exception& error) {
        printError(Error(ErrorCode::programFault, {{"reason", std::string(error.what())}}), texts);
        return ExitCode::failed;
    }
}

}  // namespace

int main(int count, char** arguments) {
    useUtf8Console();
    keepFreedMemory();
    const Texts texts(languageOf(count, arguments));
    return static_cast<int>(runProgram(count, arguments, texts));
}
