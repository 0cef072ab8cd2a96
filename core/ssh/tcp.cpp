#include "core/ssh/tcp.h"

#include "core/base/words.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace sluice::ssh {

namespace {

Error failure(ErrorCode code, const QString &message, const QString &address) {
    return {.code = code,
            .message = message,
            .resource = address,
            .remedy = SshWords::tr("Check that the machine is on and that its firewall lets you in on this port.")};
}

/// 0 when connected, else an errno value; ETIMEDOUT when `deadline` passed, ECANCELED when interrupted.
int connectTo(int fd, const addrinfo *to, const Deadline &deadline, const Interrupt *interrupt) {
    if (::connect(fd, to->ai_addr, to->ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    while (!deadline.isOver()) {
        if (interrupt->isTripped())
            return ECANCELED;
        pollfd waiting{fd, POLLOUT, 0};
        const int ready = ::poll(&waiting, 1, deadline.slice(100));
        if (ready < 0 && errno != EINTR)
            return errno;
        if (ready <= 0)
            continue;
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
        return error;
    }
    return ETIMEDOUT;
}

} // namespace

Result<Descriptor> connectTcp(const QString &address, quint16 port, const QString &who, const Deadline &deadline,
                              Interrupt *interrupt) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const int looked =
        ::getaddrinfo(address.toUtf8().constData(), QByteArray::number(port).constData(), &hints, &found);
    if (looked != 0)
        return failure(ErrorCode::Unavailable,
                       SshWords::tr("%1 cannot be found: %2").arg(who, QString::fromUtf8(::gai_strerror(looked))),
                       address);
    const std::unique_ptr<addrinfo, void (*)(addrinfo *)> owner(found, ::freeaddrinfo);
    int error = EHOSTUNREACH;
    for (const addrinfo *to = found; to; to = to->ai_next) {
        Descriptor fd(::socket(to->ai_family, to->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, to->ai_protocol));
        if (!fd.isOpen()) {
            error = errno;
            continue;
        }
        error = connectTo(fd.get(), to, deadline, interrupt);
        if (error == 0) {
            const int one = 1;
            ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
            ::fcntl(fd.get(), F_SETFL, ::fcntl(fd.get(), F_GETFL) & ~O_NONBLOCK);
            return fd;
        }
        if (error == ECANCELED || error == ETIMEDOUT)
            break;
    }
    if (interrupt->isTripped())
        return Error{.code = ErrorCode::Cancelled, .message = SshWords::tr("Cancelled"), .resource = address};
    if (error == ETIMEDOUT)
        return failure(ErrorCode::DeadlineExceeded, SshWords::tr("%1 did not answer in time").arg(who), address);
    return failure(ErrorCode::Unavailable,
                   SshWords::tr("%1 cannot be reached: %2").arg(who, QString::fromUtf8(::strerror(error))), address);
}

} // namespace sluice::ssh
