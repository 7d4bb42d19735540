#pragma once

#include <QProcess>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace lommer::test {

/// How a run of the program ended.
struct Ending {
    /// -1 where a signal ended it.
    int code = -1;
    std::string out;
    std::string err;
};

/// A run of lommer-cli that goes on beside the test.
class Program {
public:
    /// `cache` is where the program keeps what it remembers of files.
    Program(const std::vector<std::string>& arguments, const std::filesystem::path& cache);
    ~Program();

    /// Ctrl+C.
    void interrupt();
    /// The end that a program cannot see coming.
    void kill();
    bool isRunning() const;
    /// Waits for the end.
    Ending ending();

private:
    std::unique_ptr<QProcess> process_;
};

/// Runs to the end.
Ending runProgram(const std::vector<std::string>& arguments, const std::filesystem::path& cache);

}  // namespace lommer::test
