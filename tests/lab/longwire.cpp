// A cable with latency, for kernels without netem: two TAP devices in two network namespaces and this process, which
// hands each frame over after the delay.
//   lab-longwire <netnsA> <interfaceA> <netnsB> <interfaceB> <one-way microseconds> <ready file>
// A namespace is a path such as /run/netns/x, or "-" for the caller's own.
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

namespace {

using Time = std::chrono::steady_clock::time_point;
constexpr std::size_t kMostFrames = 20000; // a queue, not a leak, when nobody reads the other end

struct Frame {
    Time due;
    std::vector<char> bytes;
};

[[noreturn]] void die(const char *what) {
    std::fprintf(stderr, "lab-longwire: %s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

int openTap(const char *nameSpace, const char *interface, int own) {
    if (std::strcmp(nameSpace, "-") != 0) {
        const int there = open(nameSpace, O_RDONLY | O_CLOEXEC);
        if (there < 0 || setns(there, CLONE_NEWNET) != 0)
            die(nameSpace);
        close(there);
    }
    const int fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        die("/dev/net/tun");
    ifreq request{};
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    std::snprintf(request.ifr_name, IFNAMSIZ, "%s", interface);
    if (ioctl(fd, TUNSETIFF, &request) != 0)
        die(interface);
    if (setns(own, CLONE_NEWNET) != 0)
        die("own namespace");
    return fd;
}

/// What arrived at `from` waits in `queue` for the other side.
void receive(int from, std::deque<Frame> &queue, std::chrono::microseconds delay) {
    char buffer[65600];
    for (;;) {
        const ssize_t got = read(from, buffer, sizeof buffer);
        if (got <= 0)
            return;
        if (queue.size() < kMostFrames)
            queue.push_back({std::chrono::steady_clock::now() + delay, std::vector<char>(buffer, buffer + got)});
    }
}

void deliver(int to, std::deque<Frame> &queue) {
    const Time now = std::chrono::steady_clock::now();
    while (!queue.empty() && queue.front().due <= now) {
        // A frame that the other side cannot take is lost, as on any cable.
        if (write(to, queue.front().bytes.data(), queue.front().bytes.size()) < 0 && errno != EIO && errno != EAGAIN)
            die("write");
        queue.pop_front();
    }
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 7) {
        std::fprintf(stderr, "usage: lab-longwire nsA ifA nsB ifB one-way-microseconds readyfile\n");
        return 2;
    }
    const int own = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    const int ends[2] = {openTap(argv[1], argv[2], own), openTap(argv[3], argv[4], own)};
    const std::chrono::microseconds delay(std::strtoll(argv[5], nullptr, 10));
    if (std::FILE *ready = std::fopen(argv[6], "w"))
        std::fclose(ready);
    else
        die(argv[6]);
    std::deque<Frame> queues[2]; // queues[i]: arrived at end i
    for (;;) {
        timespec patience{3600, 0};
        for (const auto &queue : queues) {
            if (queue.empty())
                continue;
            const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(queue.front().due -
                                                                                   std::chrono::steady_clock::now());
            const long long ns = left.count() > 0 ? left.count() : 0;
            if (ns < patience.tv_sec * 1000000000LL + patience.tv_nsec)
                patience = {static_cast<time_t>(ns / 1000000000LL), static_cast<long>(ns % 1000000000LL)};
        }
        pollfd both[2] = {{ends[0], POLLIN, 0}, {ends[1], POLLIN, 0}};
        if (ppoll(both, 2, &patience, nullptr) < 0 && errno != EINTR)
            die("poll");
        for (int i = 0; i < 2; ++i)
            receive(ends[i], queues[i], delay);
        for (int i = 0; i < 2; ++i)
            deliver(ends[1 - i], queues[i]);
    }
}
