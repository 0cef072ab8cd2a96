#include "core/blueprint/cloud_init.h"

#include <QStringList>

namespace sluice::blueprint {

namespace {

// The scripts keep to what every POSIX sh has. SLUICE_ROOT is empty on a droplet; tests point it at a folder.

constexpr const char *kEgress = R"sh(#!/bin/sh
# Sends this droplet's outbound traffic through the NAT gateway of its VPC, now and after every reboot.
# Made by Sluice. Safe to run again.
ROOT="$SLUICE_ROOT"
GATEWAY="@GATEWAY@"
METADATA="169.254.169.254"
NETPLAN="$ROOT/etc/netplan"
OWN="$NETPLAN/99-sluice-egress.yaml"
BACKUP="$ROOT/var/lib/sluice/netplan-backup"
LOG="$ROOT/var/log/sluice-egress.log"
FACTS="$ROOT/var/lib/sluice/network"
mkdir -p "$ROOT/var/log" "$BACKUP" "$ROOT/etc/cloud/cloud.cfg.d"
chmod 0700 "$BACKUP"

log() {
  printf '%s\n' "$1" >> "$LOG"
}

fetch() {
  curl -sf --max-time 5 "http://$METADATA/metadata/v1/interfaces/$1"
}

# The name of the network interface with this MAC address.
nic() {
  for ADDRESS in "$ROOT"/sys/class/net/*/address; do
    if grep -qi "$1" "$ADDRESS"; then
      printf '%s\n' "$ADDRESS" | sed 's/\/address$//' | sed 's/.*\///'
    fi
  done
}

# What an earlier run learned from metadata: a repair must work when the very route to metadata is what is broken.
KNOWN=""
if [ -f "$FACTS" ]; then
  KNOWN=$(cat "$FACTS")
fi
# Or the hops beside the NAT gateway that the routing table and the files name: one of them leads to metadata. A route
# that did not help is taken away again, and one that was there is put back.
through_another_hop() {
  BEFORE=$(ip -4 route show "$METADATA")
  HOPS=$(ip -4 route show default | grep ' via ' | sed 's/.* via //' | sed 's/ .*//')
  FILED=$(cat "$NETPLAN"/*.yaml | grep -e 'via:' -e 'gateway4:' | sed 's/.*: *//' | sed "s/[\"']//g")
  for HOP in $HOPS $FILED; do
    if [ "$HOP" != "$GATEWAY" ] && ip route replace "$METADATA/32" via "$HOP"; then
      PRIVATE_MAC=$(fetch private/0/mac)
      if [ -n "$PRIVATE_MAC" ]; then
        log "metadata answers by way of $HOP"
        return 0
      fi
      ip route del "$METADATA/32"
      if [ -n "$BEFORE" ]; then
        ip route replace $BEFORE
      fi
    fi
  done
}
PRIVATE_MAC=""
for TRY in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
  PRIVATE_MAC=$(fetch private/0/mac)
  if [ -n "$PRIVATE_MAC$KNOWN" ]; then
    break
  fi
  # At a first boot metadata may be late; on a droplet that runs, a silence means that the way there is lost.
  if [ "$TRY" = "2" ]; then
    through_another_hop
    if [ -n "$PRIVATE_MAC" ]; then
      break
    fi
  fi
  sleep 2
done
if [ -n "$PRIVATE_MAC" ]; then
  PUBLIC_MAC=$(fetch public/0/mac)
  PUBLIC_GATEWAY=$(fetch public/0/ipv4/gateway)
else
  log "the metadata service did not answer; using what it said before"
  PRIVATE_MAC=$(printf '%s\n' "$KNOWN" | cut -d ' ' -f 1)
  PUBLIC_MAC=$(printf '%s\n' "$KNOWN" | cut -d ' ' -f 2)
  PUBLIC_GATEWAY=$(printf '%s\n' "$KNOWN" | cut -d ' ' -f 3)
fi
if [ -z "$PRIVATE_MAC" ] || [ -z "$PUBLIC_MAC" ] || [ -z "$PUBLIC_GATEWAY" ]; then
  log "failed: the metadata service did not answer"
  exit 1
fi
PRIVATE_NIC=$(nic "$PRIVATE_MAC")
PUBLIC_NIC=$(nic "$PUBLIC_MAC")
if [ -z "$PRIVATE_NIC" ] || [ -z "$PUBLIC_NIC" ]; then
  log "failed: no network interface has the MAC address that metadata names"
  exit 1
fi

# Whole or not at all: a line cut short by a power failure would be believed.
printf '%s %s %s\n' "$PRIVATE_MAC" "$PUBLIC_MAC" "$PUBLIC_GATEWAY" > "$FACTS.new"
mv "$FACTS.new" "$FACTS"

# From now on cloud-init must not write the network configuration again.
printf 'network: {config: disabled}\n' > "$ROOT/etc/cloud/cloud.cfg.d/99-disable-network-config.cfg"

for FILE in "$NETPLAN"/*.yaml; do
  NAME=$(printf '%s\n' "$FILE" | sed 's/.*\///')
  cat "$FILE" > "$BACKUP/$NAME"
  chmod 0600 "$BACKUP/$NAME"
done

# Netplan concatenates the routes of all its files, so the public interface's default must go where it is written.
# It becomes the route to the metadata service, which must not pass the NAT gateway.
HAVE_METADATA="no"
for FILE in "$NETPLAN"/*.yaml; do
  if [ "$FILE" = "$OWN" ]; then
    continue
  fi
  if [ "$FILE" = "$NETPLAN/99-natgw.yaml" ]; then
    printf 'network:\n  version: 2\n' > "$FILE"
    continue
  fi
  sed -i "s/to: *[\"']*0\.0\.0\.0\/0[\"']*/to: $METADATA\/32/" "$FILE"
  sed -i "s/to: *[\"']*default[\"']*/to: $METADATA\/32/" "$FILE"
  sed -i 's/^ *gateway4:.*$//' "$FILE"
  if grep -q "to: *$METADATA/32" "$FILE"; then
    HAVE_METADATA="yes"
  fi
done

printf 'network:\n  version: 2\n  ethernets:\n' > "$OWN"
chmod 0600 "$OWN"
printf '    %s:\n      routes:\n      - to: 0.0.0.0/0\n        via: %s\n' "$PRIVATE_NIC" "$GATEWAY" >> "$OWN"
if [ "$HAVE_METADATA" = "no" ]; then
  printf '    %s:\n      routes:\n      - to: %s/32\n        via: %s\n' "$PUBLIC_NIC" "$METADATA" "$PUBLIC_GATEWAY" >> "$OWN"
fi

if netplan generate >> "$LOG" 2>&1; then
  log "netplan accepts the new configuration"
else
  printf 'network:\n  version: 2\n' > "$OWN"
  for FILE in "$BACKUP"/*.yaml; do
    NAME=$(printf '%s\n' "$FILE" | sed 's/.*\///')
    cat "$FILE" > "$NETPLAN/$NAME"
  done
  log "failed: netplan refuses the new configuration; the old one is back"
  exit 1
fi

ip route replace "$METADATA/32" via "$PUBLIC_GATEWAY" dev "$PUBLIC_NIC"
netplan apply >> "$LOG" 2>&1
ip route replace "$METADATA/32" via "$PUBLIC_GATEWAY" dev "$PUBLIC_NIC"
if ip route replace default via "$GATEWAY" dev "$PRIVATE_NIC"; then
  # Another default would compete by its metric, and one that netplan does not know outlives its apply.
  for TRY in 1 2 3 4 5 6 7 8; do
    OTHER=$(ip -4 route show default | grep -v "via $GATEWAY dev $PRIVATE_NIC" | head -n 1 | sed 's/ linkdown//' | sed 's/ dead//')
    if [ -z "$OTHER" ]; then
      break
    fi
    ip route del $OTHER
    log "taken away: $OTHER"
  done
else
  log "failed: the default route via $GATEWAY cannot be set; what was there stays"
  exit 1
fi
log "done: default via $GATEWAY on $PRIVATE_NIC"
)sh";

constexpr const char *kAttest = R"sh(#!/bin/sh
# Vouches for this host's SSH keys: HMAC-SHA256(single-use nonce, key) per host key, readable by root alone. Made by Sluice.
ROOT="$SLUICE_ROOT"
NONCE="@NONCE@"
OUT="$ROOT/var/lib/sluice/host-key-attestation"
mkdir -p "$ROOT/var/lib/sluice"
chmod 0700 "$ROOT/var/lib/sluice"
printf '' > "$OUT"
chmod 0600 "$OUT"
for KEY in "$ROOT"/etc/ssh/ssh_host_*_key.pub; do
  TYPE=$(cut -d ' ' -f 1 "$KEY")
  BLOB=$(cut -d ' ' -f 2 "$KEY")
  HEX=$(printf '%s' "$BLOB" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$NONCE" | sed 's/.*= *//')
  printf '%s %s\n' "$TYPE" "$HEX" >> "$OUT"
done
)sh";

// The reference's second file, kept for comparison: after a reboot two default routes compete (DIGITALOCEAN.md 0.1).
constexpr const char *kReferenceNetplan = R"yaml(network:
  version: 2
  ethernets:
    eth1:
      routes:
      - to: 0.0.0.0/0
        via: @GATEWAY@
)yaml";

constexpr const char *kReferenceScript = R"sh(#!/bin/sh
# The reference's way. Made by Sluice.
PUBLIC_GATEWAY=$(curl -sf --max-time 5 http://169.254.169.254/metadata/v1/interfaces/public/0/ipv4/gateway)
ip route replace 169.254.169.254/32 via "$PUBLIC_GATEWAY" dev eth0
netplan apply
ip route replace default via @GATEWAY@ dev eth1
)sh";

QString fill(const char *text, const char *mark, const QString &value) {
    return QString::fromUtf8(text).replace(QLatin1String(mark), value);
}

/// Only what an address or a hex nonce consists of may enter a script that root runs.
QString safe(const QString &value) {
    QString out;
    for (const QChar c : value) {
        if (c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('.')))
            out += c;
    }
    return out;
}

QString writeFile(const QString &path, const QString &permissions, const QString &content) {
    QString yaml =
        QStringLiteral("- path: %1\n  owner: root:root\n  permissions: '%2'\n  content: |\n").arg(path, permissions);
    for (const QString &line : content.trimmed().split(QLatin1Char('\n')))
        yaml += line.isEmpty() ? QStringLiteral("\n") : QStringLiteral("    %1\n").arg(line);
    return yaml;
}

} // namespace

QString egressScript(const QString &natGatewayIp) {
    return fill(kEgress, "@GATEWAY@", safe(natGatewayIp));
}

QString cloudInitFor(const CloudInit &input) {
    QString files;
    QStringList commands;
    if (!input.attestationNonce.isEmpty()) {
        files += writeFile(QStringLiteral("/usr/local/sbin/sluice-attest"), QStringLiteral("0700"),
                           fill(kAttest, "@NONCE@", safe(input.attestationNonce)));
        commands << QStringLiteral("/usr/local/sbin/sluice-attest");
    }
    if (!input.natGatewayIp.isEmpty() && input.referenceNetplan) {
        files += writeFile(QStringLiteral("/etc/netplan/99-natgw.yaml"), QStringLiteral("0600"),
                           fill(kReferenceNetplan, "@GATEWAY@", safe(input.natGatewayIp)));
        files += writeFile(QStringLiteral("/usr/local/sbin/sluice-egress"), QStringLiteral("0755"),
                           fill(kReferenceScript, "@GATEWAY@", safe(input.natGatewayIp)));
        commands << QStringLiteral("/usr/local/sbin/sluice-egress");
    } else if (!input.natGatewayIp.isEmpty()) {
        files += writeFile(QStringLiteral("/usr/local/sbin/sluice-egress"), QStringLiteral("0755"),
                           egressScript(input.natGatewayIp));
        commands << QStringLiteral("/usr/local/sbin/sluice-egress");
    }
    QString yaml = QStringLiteral("#cloud-config\nssh_pwauth: false\n");
    if (!files.isEmpty())
        yaml += QStringLiteral("write_files:\n") + files;
    if (!commands.isEmpty()) {
        yaml += QStringLiteral("runcmd:\n");
        for (const QString &command : commands)
            yaml += QStringLiteral("- [ sh, %1 ]\n").arg(command);
    }
    return yaml;
}

} // namespace sluice::blueprint
