// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_certificates.h"

#include <cassert>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace smiley::test {

namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* thing) const
    {
        Free(thing);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Text = std::unique_ptr<BIO, Freer<BIO_free>>;

Key makeKey() { return Key(EVP_EC_gen("P-256")); }

std::string contentOf(BIO* text)
{
    char* data = nullptr;
    const long length = BIO_get_mem_data(text, &data);
    return {data, static_cast<std::size_t>(length)};
}

std::string pemOf(X509* certificate)
{
    const Text text(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(text.get(), certificate);
    return contentOf(text.get());
}

std::string pemOf(EVP_PKEY* key)
{
    const Text text(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(text.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(text.get());
}

void addExtension(X509* certificate, X509* issuer, int kind, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
    assert(extension != nullptr);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate makeBlank(const std::string& name, EVP_PKEY* key, std::chrono::seconds from, std::chrono::seconds to)
{
    Certificate certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1U);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), from.count());
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), to.count());
    X509_set_pubkey(certificate.get(), key);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
    return certificate;
}

} // namespace

struct TestAuthority::Inside {
    Key key;
    Certificate certificate;
};

TestAuthority::TestAuthority(const std::string& name) : m_inside(std::make_unique<Inside>())
{
    constexpr std::chrono::seconds tenYears{10LL * 365 * 24 * 3600};
    m_inside->key = makeKey();
    m_inside->certificate = makeBlank(name, m_inside->key.get(), -tenYears, tenYears);
    X509* const own = m_inside->certificate.get();
    X509_set_issuer_name(own, X509_get_subject_name(own));
    addExtension(own, own, NID_basic_constraints, "critical,CA:TRUE");
    addExtension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    addExtension(own, own, NID_subject_key_identifier, "hash");
    X509_sign(own, m_inside->key.get(), EVP_sha256());
    m_certificate = pemOf(own);
}

TestAuthority::~TestAuthority() = default;

CertifiedKey TestAuthority::issue(const CertificateWish& wish) const
{
    const Key key = makeKey();
    const Certificate certificate = makeBlank("Test server", key.get(), wish.validFrom, wish.validTo);
    X509* const issuer = m_inside->certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer));
    addExtension(certificate.get(), issuer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate.get(), issuer, NID_ext_key_usage, "serverAuth");
    std::string names;
    for (const std::string& host : wish.hosts) {
        names += (names.empty() ? "DNS:" : ",DNS:") + host;
    }
    for (const std::string& address : wish.addresses) {
        names += (names.empty() ? "IP:" : ",IP:") + address;
    }
    addExtension(certificate.get(), issuer, NID_subject_alt_name, names);
    X509_sign(certificate.get(), m_inside->key.get(), EVP_sha256());
    return {pemOf(certificate.get()), pemOf(key.get())};
}

} // namespace smiley::test
