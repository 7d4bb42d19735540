#include "core/base/error.h"
#include "core/engine/catalogue.h"
#include "core/engine/parameter_check.h"
#include "core/subjects/subjects.h"

#include <algorithm>
#include <set>

namespace lommer::core {
namespace {

class FaultFinder {
public:
    explicit FaultFinder(const AnalysisDeclaration& declaration) : declaration_(declaration) {}

    std::vector<std::string> find() {
        checkIds();
        for (const ParameterDeclaration& parameter : declaration_.parameters) {
            checkParameter(parameter);
        }
        for (const OutputDeclaration& output : declaration_.outputs) {
            checkOutput(output);
        }
        checkDefinitions();
        return std::move(faults_);
    }

private:
    void require(bool condition, const std::string& fault) {
        if (!condition) {
            faults_.push_back(declaration_.id + ": " + fault);
        }
    }

    template <class Items>
    void checkUnique(const Items& items, const std::string& what) {
        std::set<std::string> seen;
        for (const auto& item : items) {
            require(!item.id.empty() && seen.insert(item.id).second, what + " id twice or empty");
        }
    }

    void checkIds() {
        require(!declaration_.id.empty() && declaration_.version >= 1, "id or version");
        require(!declaration_.outputs.empty(), "no outputs");
        checkUnique(declaration_.roles, "role");
        checkUnique(declaration_.parameters, "parameter");
        checkUnique(declaration_.outputs, "output");
        checkUnique(declaration_.definitions, "definition");
        for (const RoleDeclaration& role : declaration_.roles) {
            require(role.minimumCount >= 0 && role.maximumCount >= std::max(1, role.minimumCount),
                    "counts of role " + role.id);
            require(static_cast<bool>(role.reach.metres), "reach of role " + role.id);
            for (const std::string& subject : role.subjects) {
                const Subject* known = findSubject(subject);
                require(known != nullptr && known->kind == role.kind,
                        "subject " + subject + " of role " + role.id);
            }
        }
    }

    void checkParameter(const ParameterDeclaration& parameter) {
        const std::string name = "parameter " + parameter.id;
        require((parameter.kind == ParameterKind::choice) == !parameter.choices.empty(),
                name + ": choices");
        require((parameter.kind == ParameterKind::column) == !parameter.role.empty(),
                name + ": role");
        require(parameter.role.empty() || declaration_.findRole(parameter.role) != nullptr,
                name + ": unknown role");
        require((parameter.kind == ParameterKind::rules) == !parameter.ruleColumns.empty(),
                name + ": rule columns");
        require(!parameter.requiredIf ||
                    declaration_.findParameter(parameter.requiredIf->parameter) != nullptr,
                name + ": required-if names an unknown parameter");
    }

    void checkOutput(const OutputDeclaration& output) {
        const auto known = [this](const std::optional<ParameterCondition>& condition) {
            return !condition || declaration_.findParameter(condition->parameter) != nullptr;
        };
        const auto isRole = [this](const std::string& role) {
            return role.empty() || declaration_.findRole(role) != nullptr;
        };
        require(known(output.condition) && isRole(output.needsRole) && isRole(output.withoutRole),
                "condition of output " + output.id);
        require(isRole(output.unitOfRole), "role with the unit of output " + output.id);
        require(output.kind == DataKind::table ||
                    (output.columns.empty() && output.columnsOfRoles.empty()),
                "columns of raster output " + output.id);
        for (const std::string& role : output.columnsOfRoles) {
            require(declaration_.findRole(role) != nullptr, "role of output " + output.id);
        }
        for (const OutputColumn& column : output.columns) {
            require(known(column.condition) && isRole(column.needsRole),
                    "condition of column " + column.name);
            require(column.perValueOf.empty() ||
                        (declaration_.findParameter(column.perValueOf) != nullptr &&
                         column.name.find("{}") != std::string::npos),
                    "list of column " + column.name);
            require(column.namedAfter.empty() ||
                        declaration_.findParameter(column.namedAfter) != nullptr,
                    "source of column " + column.name);
        }
    }

    void checkDefinitions() {
        for (const ParameterDeclaration& parameter : declaration_.parameters) {
            if (!std::holds_alternative<std::monostate>(parameter.defaultValue)) {
                checkGivenValue(parameter, parameter.defaultValue);
            }
        }
        for (const Definition& definition : declaration_.definitions) {
            for (const auto& [id, value] : definition.values) {
                const auto* parameter = declaration_.findParameter(id);
                require(parameter != nullptr,
                        "definition " + definition.id + " sets unknown " + id);
                if (parameter != nullptr) {
                    checkGivenValue(*parameter, value);
                    require(definition.id != "standard" || value == parameter->defaultValue,
                            "definition standard differs from the defaults in " + id);
                }
            }
        }
    }

    void checkGivenValue(const ParameterDeclaration& parameter, const ParameterValue& value) {
        try {
            require(checkValue(parameter, value) == value,
                    "value of " + parameter.id + " is of another kind");
        } catch (const Error& error) {
            require(false, std::string("value of ") + parameter.id + ": " + error.what());
        }
    }

    const AnalysisDeclaration& declaration_;
    std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> declarationFaults(const AnalysisDeclaration& declaration) {
    return FaultFinder(declaration).find();
}

}  // namespace lommer::core
