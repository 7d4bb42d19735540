#include "core/base/assert.h"
#include "gis/platform/identity.h"

#include <openssl/evp.h>

#include <array>
#include <utility>

namespace lommer::gis {

struct Sha256::Impl {
    EVP_MD_CTX* context;
};

Sha256::Sha256() : impl_(new Impl{EVP_MD_CTX_new()}) {
    LOMMER_ASSERT(impl_->context != nullptr);
    LOMMER_ASSERT(EVP_DigestInit_ex(impl_->context, EVP_sha256(), nullptr) == 1);
}

Sha256::~Sha256() {
    if (impl_ != nullptr) {
        EVP_MD_CTX_free(impl_->context);
        delete impl_;
    }
}

Sha256::Sha256(Sha256&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)) {}

Sha256& Sha256::operator=(Sha256&& other) noexcept {
    std::swap(impl_, other.impl_);
    return *this;
}

void Sha256::add(const void* bytes, std::size_t count) {
    LOMMER_ASSERT(EVP_DigestUpdate(impl_->context, bytes, count) == 1);
}

std::string Sha256::finish() {
    std::array<unsigned char, 32> digest{};
    LOMMER_ASSERT(EVP_DigestFinal_ex(impl_->context, digest.data(), nullptr) == 1);
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

}  // namespace lommer::gis
