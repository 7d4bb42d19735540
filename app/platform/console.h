#pragma once

#include <stop_token>
#include <thread>

namespace lommer::app {

/// True where stderr is a terminal that a bar can be drawn on.
bool isErrorOutputATerminal();

/// Makes what is printed UTF-8 where the system does not do so by itself.
void useUtf8Console();

/// While it lives, Ctrl+C and a polite request to end ask `stop` to stop. One at a time.
class InterruptStop {
public:
    explicit InterruptStop(const std::stop_source& stop);
    ~InterruptStop();
    InterruptStop(const InterruptStop&) = delete;
    InterruptStop& operator=(const InterruptStop&) = delete;

private:
    std::jthread watcher_;
};

}  // namespace lommer::app
