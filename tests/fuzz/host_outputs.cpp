// What a host may print over SSH, a lying one too: `ip route`, netplan's units, echo answers, the attestation.
#include "core/ssh/ssh.h"
#include "core/verify/probe_script.h"

using namespace sluice;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = QString::fromUtf8(bytes);
    static_cast<void>(verify::parseEcho(text));
    verify::HostFacts facts;
    verify::parseHost(text, verify::Evidence{}, &facts);
    if (verify::evidenceText(text).size() > 5000)
        __builtin_trap(); // evidence is bounded whatever the host says
    const ssh::HostKey key{.type = QStringLiteral("ssh-ed25519"), .blob = bytes.left(51)};
    if (ssh::checkAttestation(QByteArray(64, 'a'), key, bytes))
        __builtin_trap(); // nobody guesses an HMAC
    return 0;
}
