#include "core/sandbox/kubernetes/certificates.h"

#include <QString>
#include <memory>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace sluice::sandbox {

namespace {

template <auto Free>
struct Deleter {
    void operator()(auto *pointer) const { Free(pointer); }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

constexpr long kTenYears = 3650L * 24 * 3600;

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate blank(EVP_PKEY *key, const QByteArray &commonName) {
    Certificate certificate(X509_new());
    const Number serial(BN_new());
    if (!certificate || !serial || BN_rand(serial.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) != 1)
        return {};
    BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate.get()));
    X509_set_version(certificate.get(), 2);
    // A day back: the two clocks of a test need not agree to the second.
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24L * 3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kTenYears);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char *>(commonName.constData()),
                               static_cast<int>(commonName.size()), -1, 0);
    if (X509_set_pubkey(certificate.get(), key) != 1)
        return {};
    return certificate;
}

QByteArray text(BIO *bio) {
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

QByteArray pem(X509 *certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_X509(bio.get(), certificate) == 1 ? text(bio.get()) : QByteArray();
}

QByteArray pem(EVP_PKEY *key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    return PEM_write_bio_PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 ? text(bio.get())
                                                                                                : QByteArray();
}

} // namespace

Result<ServerIdentity> makeServerIdentity(const QByteArray &commonName) {
    const Error failed{.code = ErrorCode::Internal,
                       .message = QStringLiteral("The certificate of a simulated Kubernetes API cannot be made.")};
    const Key caKey(EVP_EC_gen("P-256")), key(EVP_EC_gen("P-256"));
    if (!caKey || !key)
        return failed;
    const Certificate ca = blank(caKey.get(), commonName + " CA"), server = blank(key.get(), commonName);
    if (!ca || !server)
        return failed;
    X509_set_issuer_name(ca.get(), X509_get_subject_name(ca.get()));
    X509_set_issuer_name(server.get(), X509_get_subject_name(ca.get()));
    const bool made = addExtension(ca.get(), ca.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                      addExtension(ca.get(), ca.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
                      addExtension(ca.get(), ca.get(), NID_subject_key_identifier, "hash") &&
                      X509_sign(ca.get(), caKey.get(), EVP_sha256()) > 0 &&
                      addExtension(server.get(), ca.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                      addExtension(server.get(), ca.get(), NID_key_usage, "critical,digitalSignature") &&
                      addExtension(server.get(), ca.get(), NID_ext_key_usage, "serverAuth") &&
                      addExtension(server.get(), ca.get(), NID_authority_key_identifier, "keyid:always") &&
                      addExtension(server.get(), ca.get(), NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost") &&
                      X509_sign(server.get(), caKey.get(), EVP_sha256()) > 0;
    ServerIdentity identity{.ca = pem(ca.get()), .certificate = pem(server.get()), .key = pem(key.get())};
    if (!made || identity.ca.isEmpty() || identity.certificate.isEmpty() || identity.key.isEmpty())
        return failed;
    return identity;
}

} // namespace sluice::sandbox
