#include "app/platform/console.h"

#include <chrono>
#include <csignal>
#include <cstdio>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace lommer::app {
namespace {

// A signal handler may touch nothing else; a thread looks at it.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t isInterrupted = 0;

extern "C" void noteInterrupt(int) {
    isInterrupted = 1;
}

}  // namespace

bool isErrorOutputATerminal() {
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(fileno(stderr)) != 0;
#endif
}

void useUtf8Console() {
#ifdef _WIN32
    SetConsoleOutputCP(CP_UTF8);
#endif
}

InterruptStop::InterruptStop(const std::stop_source& stop) {
    isInterrupted = 0;
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
    watcher_ = std::jthread([stop](const std::stop_token& end) mutable {
        while (!end.stop_requested()) {
            if (isInterrupted != 0) {
                stop.request_stop();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    });
}

InterruptStop::~InterruptStop() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

}  // namespace lommer::app
