// A preloaded library that kills or disturbs the program under test at one exact moment: the n-th HTTP request, the
// n-th reply, the n-th TLS record or the n-th durable write. The product knows nothing of it, so what dies is the real
// thing.
//
//   SLUICE_FAULT=ACTION:EVENT:N[:VALUE]
//     ACTION  before, after   SIGKILL just before or just after the event
//             reset           the send fails with ECONNRESET, once
//             dns             reset, and name lookups fail from then on
//             corrupt         one bit of the received TLS record is turned over
//             clock           the wall clock jumps by VALUE seconds from then on
//             full            every write to the state says "no space left" from then on
//             locked          every lock of the state is refused from then on
//     EVENT   http (a request is sent), reply (one arrived, and the program has not seen it), tls (a record is sent),
//             tlsreply, sync (fsync or fdatasync)
//   SLUICE_FAULT_LOG=FILE     gets one line for each event, and "hit" for the one of the order

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

template <class Function>
Function real(const char *name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

enum Event { Http, Reply, Tls, TlsReply, Sync, kEvents };
const char *const kNames[kEvents] = {"http", "reply", "tls", "tlsreply", "sync"};

struct Order {
    char action[16] = "";
    int event = -1;
    int nth = 0;
    long value = 0;
};

Order readOrder() {
    Order order;
    const char *text = std::getenv("SLUICE_FAULT");
    if (!text)
        return order;
    char event[16] = "";
    if (std::sscanf(text, "%15[^:]:%15[^:]:%d:%ld", order.action, event, &order.nth, &order.value) < 3)
        return order;
    for (int i = 0; i < kEvents; ++i)
        if (std::strcmp(kNames[i], event) == 0)
            order.event = i;
    return order;
}

const Order &order() {
    static const Order read = readOrder();
    return read;
}

std::atomic<int> g_seen[kEvents];
std::atomic<bool> g_active{false}; // the fault has begun

// What each descriptor talks, told by its first bytes: h = an HTTP request waits for its reply, r = the reply comes, t
// = TLS.
constexpr int kDescriptors = 1024;
std::atomic<char> g_talks[kDescriptors];

bool is(const char *action) {
    return std::strcmp(order().action, action) == 0;
}

void note(const char *event, const char *detail, size_t length) {
    static const char *file = std::getenv("SLUICE_FAULT_LOG");
    if (!file)
        return;
    static const int log = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    static const auto write = real<ssize_t (*)(int, const void *, size_t)>("write");
    char line[160];
    size_t size = 0;
    for (const char *c = event; *c && size < sizeof line - 2; ++c)
        line[size++] = *c;
    if (length > 0)
        line[size++] = ' ';
    for (size_t i = 0; i < length && size < sizeof line - 1 && detail[i] != '\r' && detail[i] != '\n'; ++i)
        line[size++] = detail[i];
    line[size++] = '\n';
    const ssize_t written = write(log, line, size);
    static_cast<void>(written);
}

/// Counts an event; true when it is the one that the order names.
bool reached(Event event, const char *detail = "", size_t length = 0) {
    note(kNames[event], detail, length);
    const bool here = ++g_seen[event] == order().nth && order().event == event;
    if (here) {
        g_active = true;
        note("hit", "", 0);
    }
    return here;
}

void die() {
    kill(getpid(), SIGKILL);
    for (;;)
        pause();
}

bool isRequest(const char *data, size_t length) {
    for (const char *method : {"GET /", "POST /", "PUT /", "DELETE /", "PATCH /"}) {
        const size_t size = std::strlen(method);
        if (length > size && std::memcmp(data, method, size) == 0)
            return true;
    }
    return false;
}

/// `here`: the event named by the order is this send.
bool beforeSend(int descriptor, const void *buffer, size_t length, bool *here) {
    *here = false;
    const auto *data = static_cast<const char *>(buffer);
    if (descriptor < 0 || descriptor >= kDescriptors || length < 1)
        return true;
    if (isRequest(data, length)) {
        g_talks[descriptor] = 'h';
        *here = reached(Http, data, length);
    } else if (length > 2 && data[0] == 0x16 && data[1] == 0x03) {
        g_talks[descriptor] = 't';
    } else if (data[0] == 0x17 && g_talks[descriptor] == 't') {
        *here = reached(Tls);
    }
    if (!*here)
        return true;
    if (is("before"))
        die();
    if (is("reset") || is("dns")) {
        shutdown(descriptor, SHUT_RDWR);
        errno = ECONNRESET;
        return false;
    }
    return true;
}

void afterReceive(int descriptor, void *buffer, ssize_t got) {
    if (got <= 0 || descriptor < 0 || descriptor >= kDescriptors)
        return;
    auto *data = static_cast<char *>(buffer);
    bool here = false;
    if (g_talks[descriptor] == 'h') {
        g_talks[descriptor] = 'r'; // the rest of this reply, often byte by byte, is no event of its own
        here = reached(Reply);
    } else if (g_talks[descriptor] == 't' && data[0] == 0x17) {
        here = reached(TlsReply);
    }
    if (!here)
        return;
    if (is("before") || is("after"))
        die();
    if (is("corrupt"))
        data[got - 1] = static_cast<char>(data[got - 1] ^ 0x01);
}

int sync(const char *name, int descriptor) {
    const bool here = reached(Sync);
    if (here && is("before"))
        die();
    const int result = real<int (*)(int)>(name)(descriptor);
    if (here && is("after"))
        die();
    return result;
}

long clockOffset() {
    return g_active && is("clock") ? order().value : 0;
}

bool full() {
    return g_active && is("full");
}

} // namespace

extern "C" {

ssize_t send(int descriptor, const void *buffer, size_t length, int flags) {
    static const auto next = real<ssize_t (*)(int, const void *, size_t, int)>("send");
    bool here = false;
    if (!beforeSend(descriptor, buffer, length, &here))
        return -1;
    const ssize_t sent = next(descriptor, buffer, length, flags);
    if (here && is("after"))
        die();
    return sent;
}

ssize_t write(int descriptor, const void *buffer, size_t length) {
    static const auto next = real<ssize_t (*)(int, const void *, size_t)>("write");
    bool here = false;
    if (!beforeSend(descriptor, buffer, length, &here))
        return -1;
    const ssize_t sent = next(descriptor, buffer, length);
    if (here && is("after"))
        die();
    return sent;
}

ssize_t read(int descriptor, void *buffer, size_t length) {
    static const auto next = real<ssize_t (*)(int, void *, size_t)>("read");
    const ssize_t got = next(descriptor, buffer, length);
    afterReceive(descriptor, buffer, got);
    return got;
}

ssize_t recv(int descriptor, void *buffer, size_t length, int flags) {
    static const auto next = real<ssize_t (*)(int, void *, size_t, int)>("recv");
    const ssize_t got = next(descriptor, buffer, length, flags);
    if ((flags & MSG_PEEK) == 0)
        afterReceive(descriptor, buffer, got);
    return got;
}

int close(int descriptor) {
    static const auto next = real<int (*)(int)>("close");
    if (descriptor >= 0 && descriptor < kDescriptors)
        g_talks[descriptor] = 0;
    return next(descriptor);
}

int fsync(int descriptor) {
    return sync("fsync", descriptor);
}

int fdatasync(int descriptor) {
    return sync("fdatasync", descriptor);
}

// SQLite alone writes at a place; everything else in the program appends.
ssize_t pwrite64(int descriptor, const void *buffer, size_t length, off64_t offset) {
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    if (full()) {
        errno = ENOSPC;
        return -1;
    }
    return next(descriptor, buffer, length, offset);
}

ssize_t pwrite(int descriptor, const void *buffer, size_t length, off_t offset) {
    return pwrite64(descriptor, buffer, length, offset);
}

int fcntl64(int descriptor, int command, ...) {
    static const auto next = real<int (*)(int, int, ...)>("fcntl64");
    va_list list;
    va_start(list, command);
    void *argument = va_arg(list, void *);
    va_end(list);
    if (command == F_SETLK && g_active && is("locked") && static_cast<struct flock *>(argument)->l_type == F_WRLCK) {
        errno = EAGAIN;
        return -1;
    }
    return next(descriptor, command, argument);
}

int fcntl(int descriptor, int command, ...) {
    va_list list;
    va_start(list, command);
    void *argument = va_arg(list, void *);
    va_end(list);
    return fcntl64(descriptor, command, argument);
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result) {
    static const auto next =
        real<int (*)(const char *, const char *, const struct addrinfo *, struct addrinfo **)>("getaddrinfo");
    if (g_active && is("dns"))
        return EAI_AGAIN;
    return next(node, service, hints, result);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    static const auto next = real<int (*)(clockid_t, struct timespec *)>("clock_gettime");
    const int result = next(clock, time);
    if (result == 0 && clock == CLOCK_REALTIME)
        time->tv_sec += clockOffset();
    return result;
}

int gettimeofday(struct timeval *time, void *zone) {
    static const auto next = real<int (*)(struct timeval *, void *)>("gettimeofday");
    const int result = next(time, zone);
    if (result == 0)
        time->tv_sec += clockOffset();
    return result;
}

time_t time(time_t *out) {
    struct timespec now {};
    clock_gettime(CLOCK_REALTIME, &now);
    if (out)
        *out = now.tv_sec;
    return now.tv_sec;
}
}
