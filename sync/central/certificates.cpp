// SPDX-FileCopyrightText: 2026 Smileystand contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/certificates.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <memory>
#include <utility>

namespace smiley::central {

namespace {

template <auto Free>
struct Freeing {
    template <class T>
    void operator()(T* pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;
using Bio = std::unique_ptr<BIO, Freeing<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;

constexpr int serialBits = 127;
constexpr std::size_t hostBytesMax = 253;

core::Failure<CertificateFault> libraryFault(const std::string& what)
{
    const unsigned long code = ERR_get_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return core::fail(CertificateFault::Library, what + " failed: " + (reason == nullptr ? "unknown reason" : reason));
}

std::string textOf(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string pem(X509* certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return textOf(bio.get());
}

std::string pem(EVP_PKEY* key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return textOf(bio.get());
}

Certificate readCertificate(std::string_view text)
{
    const Bio bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

bool addExtension(X509* certificate, X509* issuer, int name, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, name, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509* certificate)
{
    std::unique_ptr<BIGNUM, Freeing<BN_free>> number(BN_new());
    return number && BN_rand(number.get(), serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

/// From a day before `now`, because clocks differ.
bool setDates(X509* certificate, core::WallMs now, int days)
{
    std::time_t seconds = core::count(now) / 1000;
    return X509_time_adj_ex(X509_getm_notBefore(certificate), -1, 0, &seconds) != nullptr &&
           X509_time_adj_ex(X509_getm_notAfter(certificate), days, 0, &seconds) != nullptr;
}

bool setName(X509_NAME* name, std::string_view commonName)
{
    // A common name has at most 64 characters.
    const std::string text(commonName.substr(0, 60));
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(text.c_str()),
                                      -1, -1, 0) == 1;
}

/// "DNS:name" or "IP:address", or empty where it is neither.
std::string alternativeName(const std::string& host)
{
    using Octets = std::unique_ptr<ASN1_OCTET_STRING, Freeing<ASN1_OCTET_STRING_free>>;
    if (const Octets address(a2i_IPADDRESS(host.c_str())); address) {
        return "IP:" + host;
    }
    ERR_clear_error();
    const bool isName = !host.empty() && host.size() <= hostBytesMax && host.front() != '.' && host.front() != '-' &&
                        std::all_of(host.begin(), host.end(), [](char c) {
                            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-';
                        });
    return isName ? "DNS:" + host : "";
}

} // namespace

core::Result<CertificatePair, CertificateFault> makeAuthority(std::string_view name, core::WallMs now)
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate) {
        return libraryFault("making the authority's key");
    }
    X509* const raw = certificate.get();
    X509_NAME* const subject = X509_get_subject_name(raw);
    if (X509_set_version(raw, X509_VERSION_3) != 1 || !setSerial(raw) || !setDates(raw, now, authorityDays) ||
        !setName(subject, name) || X509_set_issuer_name(raw, subject) != 1 || X509_set_pubkey(raw, key.get()) != 1 ||
        !addExtension(raw, raw, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") ||
        !addExtension(raw, raw, NID_key_usage, "critical,keyCertSign,cRLSign") ||
        !addExtension(raw, raw, NID_subject_key_identifier, "hash") || X509_sign(raw, key.get(), EVP_sha256()) == 0) {
        return libraryFault("making the authority's certificate");
    }
    return CertificatePair{pem(raw), pem(key.get())};
}

core::Result<CertificatePair, CertificateFault>
makeServerCertificate(const CertificatePair& authority, const std::vector<std::string>& hosts, core::WallMs now)
{
    std::string names;
    for (const std::string& host : hosts) {
        const std::string name = alternativeName(host);
        if (name.empty()) {
            return core::fail(CertificateFault::BadHost, "\"" + host + "\" is neither a host name nor an IP address");
        }
        names += (names.empty() ? "" : ",") + name;
    }
    if (names.empty()) {
        return core::fail(CertificateFault::BadHost, "a server certificate needs at least one host");
    }
    const Certificate issuer = readCertificate(authority.certificate);
    const Bio keyText(BIO_new_mem_buf(authority.key.data(), static_cast<int>(authority.key.size())));
    const Key issuerKey(PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr));
    if (!issuer || !issuerKey || X509_check_private_key(issuer.get(), issuerKey.get()) != 1) {
        ERR_clear_error();
        return core::fail(CertificateFault::BadKey, "the authority's certificate or key can't be read, or they don't "
                                                    "belong together; restore ca.crt and ca.key from the backup");
    }
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate) {
        return libraryFault("making the server's key");
    }
    X509* const raw = certificate.get();
    if (X509_set_version(raw, X509_VERSION_3) != 1 || !setSerial(raw) || !setDates(raw, now, serverDays) ||
        !setName(X509_get_subject_name(raw), hosts.front()) ||
        X509_set_issuer_name(raw, X509_get_subject_name(issuer.get())) != 1 || X509_set_pubkey(raw, key.get()) != 1 ||
        !addExtension(raw, issuer.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !addExtension(raw, issuer.get(), NID_key_usage, "critical,digitalSignature") ||
        !addExtension(raw, issuer.get(), NID_ext_key_usage, "serverAuth") ||
        !addExtension(raw, issuer.get(), NID_subject_alt_name, names) ||
        !addExtension(raw, issuer.get(), NID_subject_key_identifier, "hash") ||
        !addExtension(raw, issuer.get(), NID_authority_key_identifier, "keyid:always") ||
        X509_sign(raw, issuerKey.get(), EVP_sha256()) == 0) {
        return libraryFault("making the server's certificate");
    }
    return CertificatePair{pem(raw) + authority.certificate, pem(key.get())};
}

std::string fingerprint(std::string_view certificatePem)
{
    const Certificate certificate = readCertificate(certificatePem);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1) {
        ERR_clear_error();
        return {};
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += i == 0 ? "" : ":";
        text += digits[digest.at(i) >> 4U];
        text += digits[digest.at(i) & 0xFU];
    }
    return text;
}

core::WallMs notAfter(std::string_view certificatePem)
{
    const Certificate certificate = readCertificate(certificatePem);
    std::tm parts{};
    if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate.get()), &parts) != 1) {
        ERR_clear_error();
        return core::WallMs{0};
    }
    return core::WallMs{static_cast<std::int64_t>(::timegm(&parts)) * 1000};
}

} // namespace smiley::central
