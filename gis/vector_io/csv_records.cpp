#include "gis/vector_io/csv_records.h"

#include "core/base/error.h"
#include "gis/vector_io/ogr_handles.h"

#include <algorithm>

namespace lommer::gis {
namespace {

constexpr std::size_t kRead = std::size_t{1} << 18;
// A record beyond this is a quote that nobody closed.
constexpr std::size_t kLongestRecord = std::size_t{1} << 24;

bool isLineEnd(char c) {
    return c == '\n' || c == '\r';
}

/// Takes the doubled quotes of [from, to) together and hands back what is left.
std::string_view unquoted(char* from, const char* to) {
    char* out = from;
    for (const char* in = from; in < to; ++in) {
        *out++ = *in;
        in += *in == '"' && in + 1 < to && in[1] == '"' ? 1 : 0;
    }
    return {from, static_cast<std::size_t>(out - from)};
}

class DelimitedFile : public CellFile {
public:
    explicit DelimitedFile(std::filesystem::path path)
        : path_(std::move(path)), name_(shownName(path_)), separator_(separatorOf(path_)) {}

    std::unique_ptr<CellRecords> open() const override {
        return std::make_unique<CsvRecords>(path_, separator_);
    }
    const std::string& name() const noexcept override { return name_; }
    char separator() const noexcept override { return separator_; }

private:
    std::filesystem::path path_;
    std::string name_;
    char separator_;
};

}  // namespace

std::shared_ptr<const CellFile> delimitedFile(const std::filesystem::path& path) {
    return std::make_shared<const DelimitedFile>(path);
}

CsvRecords::CsvRecords(const std::filesystem::path& path, char separator)
    : path_(path), bytes_(path), separator_(separator) {}

bool CsvRecords::next(std::vector<CsvCell>& cells) {
    for (;;) {
        while (start_ < text_.size() && isLineEnd(text_[start_])) {
            ++start_;
        }
        std::size_t end = 0;
        while (start_ == text_.size() || !findEnd(end)) {
            if (!fill()) {
                break;
            }
            while (start_ < text_.size() && isLineEnd(text_[start_])) {
                ++start_;
            }
        }
        if (start_ == text_.size()) {
            return false;
        }
        const bool isSeparatorLine =
            isFirst_ && end - start_ == 5 && text_.compare(start_, 4, "sep=") == 0;
        isFirst_ = false;
        if (!isSeparatorLine) {
            split(end, cells);
            start_ = end;
            return true;
        }
        start_ = end;
    }
}

/// Where the record that starts at `start_` ends; false where more of the file is needed to say so.
bool CsvRecords::findEnd(std::size_t& end) {
    bool isCellStart = true;
    bool isInside = false;
    for (std::size_t place = start_; place < text_.size(); ++place) {
        const char c = text_[place];
        if (isInside) {
            if (c != '"') {
                continue;
            }
            const std::size_t next = behindBlanks(place + 1, text_.size());
            if (next == text_.size() && !hasEnded_) {
                return false;
            }
            const char after = next < text_.size() ? text_[next] : '\n';
            if (place + 1 < text_.size() && text_[place + 1] == '"') {
                ++place;
            } else if (after == separator_ || isLineEnd(after)) {
                isInside = false;
            }
        } else if (isLineEnd(c)) {
            end = place;
            return true;
        } else {
            isInside = c == '"' && isCellStart;
            isCellStart = c == separator_;
        }
    }
    end = text_.size();
    if (hasEnded_ && isInside) {
        throw core::Error(core::ErrorCode::fileIncomplete,
                          {{"file", shownName(path_)}, {"reason", std::string("quote-open")}});
    }
    return hasEnded_;
}

/// Reads on; twice as much each time a record turns out longer, so that long ones stay cheap.
bool CsvRecords::fill() {
    if (hasEnded_) {
        return false;
    }
    text_.erase(0, start_);
    start_ = 0;
    if (text_.size() > kLongestRecord) {
        throw core::Error(core::ErrorCode::fileIncomplete,
                          {{"file", shownName(path_)}, {"reason", std::string("quote-open")}});
    }
    hasEnded_ = !bytes_.appendTo(text_, std::max(kRead, text_.size()));
    return true;
}

/// The first place from `place` on that is no blank: some programs pad quoted cells.
std::size_t CsvRecords::behindBlanks(std::size_t place, std::size_t end) const {
    while (place < end && (text_[place] == ' ' || text_[place] == '\t') &&
           text_[place] != separator_) {
        ++place;
    }
    return place;
}

/// Where the quoted cell that begins at `place` ends; `end` where its quote is not closed.
std::size_t CsvRecords::closingQuote(std::size_t place, std::size_t end) const {
    for (; place < end; ++place) {
        if (text_[place] != '"') {
            continue;
        }
        const std::size_t next = behindBlanks(place + 1, end);
        if (place + 1 < end && text_[place + 1] == '"') {
            ++place;  // a quote inside the text
        } else if (next == end || text_[next] == separator_) {
            return place;
        }
    }
    return end;
}

std::size_t CsvRecords::endOfPlain(std::size_t place, std::size_t end) const {
    const char* first = text_.data() + place;
    return place +
           static_cast<std::size_t>(std::find(first, text_.data() + end, separator_) - first);
}

void CsvRecords::split(std::size_t end, std::vector<CsvCell>& cells) {
    cells.clear();
    std::size_t place = start_;
    for (;;) {
        const bool isQuoted = place < end && text_[place] == '"';
        const std::size_t from = place + (isQuoted ? 1 : 0);
        const std::size_t stop = isQuoted ? closingQuote(from, end) : endOfPlain(from, end);
        cells.push_back(isQuoted ? CsvCell{unquoted(text_.data() + from, text_.data() + stop), true}
                                 : CsvCell{{text_.data() + from, stop - from}, false});
        place = isQuoted ? behindBlanks(stop + 1, end) : stop;
        if (place >= end) {
            return;
        }
        ++place;  // the separator
    }
}

char separatorOf(const std::filesystem::path& path) {
    std::string head;
    CsvBytes(path).appendTo(head, 64);
    if (head.starts_with("sep=") && head.size() > 4 && !isLineEnd(head[4])) {
        return head[4];
    }
    constexpr int kRecords = 200;
    char best = ',';
    double bestShare = 0.0;
    for (const char candidate : {';', '\t', ',', '|'}) {
        std::size_t width = 0;
        int total = 0;
        int equal = 0;
        try {
            CsvRecords records(path, candidate);
            std::vector<CsvCell> cells;
            for (; total < kRecords && records.next(cells); ++total) {
                width = total == 0 ? cells.size() : width;
                equal += cells.size() == width ? 1 : 0;
            }
        } catch (const core::Error&) {
            // A quote that closes with another separator only, or never: what came before counts.
        }
        const double share = width > 1 && total > 0 ? static_cast<double>(equal) / total : 0.0;
        if (share > bestShare) {
            best = candidate;
            bestShare = share;
        }
    }
    return best;
}

}  // namespace lommer::gis
