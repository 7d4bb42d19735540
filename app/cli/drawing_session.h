#pragma once

#include "app/text/language.h"

#include <QGuiApplication>
#include <QTranslator>
#include <memory>
#include <string>

namespace lommer::app {

/// Qt for its fonts and its words, without a display. While it lives pages can be drawn. One at a
/// time.
class DrawingSession {
public:
    explicit DrawingSession(Language language);
    ~DrawingSession();
    DrawingSession(const DrawingSession&) = delete;
    DrawingSession& operator=(const DrawingSession&) = delete;

private:
    // Qt keeps references to these.
    int count_ = 1;
    std::string name_ = "lommer-cli";
    char* arguments_[2]{name_.data(), nullptr};
    std::unique_ptr<QGuiApplication> application_;
    std::unique_ptr<QTranslator> translator_;
};

}  // namespace lommer::app
