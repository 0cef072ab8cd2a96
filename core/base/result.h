#pragma once

#include "core/base/error.h"

#include <utility>
#include <variant>

namespace sluice {

/// A value or an Error. Accessor names are std::expected's, so that a later swap is an alias.
template <class T>
class [[nodiscard]] Result {
public:
    Result()
        : m_state(Error{}) {}
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// "It worked": the value of a Result that carries none.
struct Ok {
    bool operator==(const Ok &) const = default;
};
using Status = Result<Ok>;

} // namespace sluice
