#pragma once

#include "app/text/texts.h"
#include "core/vector/table.h"

#include <QAbstractTableModel>
#include <QThreadPool>
#include <memory>
#include <stop_token>
#include <vector>

namespace lommer::app {

/// The rows of a table for a view, also millions of them: nothing is copied, sorting is a
/// permutation made on a thread of its own. Values stand as people write them, a missing one as the
/// reason why. Which rows are selected is told from outside and shown in colour.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// `analysis` gives the columns that it added their names; may be empty. `texts` outlives this
    /// object.
    TableModel(std::shared_ptr<const core::Table> table, std::string analysis, const Texts& texts,
               QObject* parent = nullptr);
    /// Stops a sort and waits for it.
    ~TableModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: the order of the table itself. Returns at once; `sorted` comes when it is done.
    void sort(int column, Qt::SortOrder order) override;

    /// The row of the table that stands at `place`.
    std::int64_t rowAt(int place) const;
    /// Where a row of the table stands; -1 where it is not there.
    int placeOf(std::int64_t row) const;
    void setSelectedRows(std::vector<std::int64_t> rows);
    const std::shared_ptr<const core::Table>& table() const { return table_; }

Q_SIGNALS:
    void sorted();

private:
    void take(std::vector<std::int64_t> order, int number);

    std::shared_ptr<const core::Table> table_;
    std::string analysis_;
    const Texts& texts_;
    /// Empty: the order of the table itself.
    std::vector<std::int64_t> order_;
    std::vector<std::int64_t> selected_;
    QThreadPool pool_;
    std::stop_source stop_;
    int number_ = 0;
};

}  // namespace lommer::app
