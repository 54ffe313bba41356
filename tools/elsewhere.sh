#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# elsewhere.sh RELEASE: builds the last commit on another release of Debian, in a chroot that debootstrap makes under
# out/elsewhere/RELEASE, and runs the demo and the quick tests there, as a user without rights. The chroot stays, so that the
# next run is short. All mounts are made in a mount namespace of this script's own: they are gone when it ends, however it ends.
set -euo pipefail
cd "$(dirname "$0")/.."
mirror=${MIRROR:-http://deb.debian.org/debian}
versions="g++ clang libzxing-dev libpoppler-cpp-dev qt6-base-dev libssl-dev libqpdf-dev libabsl-dev libgtest-dev libc6-dev"

say() { printf 'elsewhere: %s\n' "$*" >&2; }
die() { printf 'elsewhere: error: %s\n' "$1" >&2; [ $# -lt 2 ] || printf '  %s\n' "${@:2}" >&2; exit 2; }

check_given() {
  [[ ${1:-} =~ ^[a-z]+$ ]] || die "which release of Debian?" "./dev elsewhere trixie"
  command -v debootstrap >/dev/null || die "debootstrap is not installed" "apt-get install debootstrap"
  [ -e "/usr/share/debootstrap/scripts/$1" ] || die "debootstrap knows no release called $1"
  [ "$(id -u)" = 0 ] || die "a chroot takes root's rights" "sudo ./dev elsewhere $1"
}

# What runs below, in the namespace: $root is the chroot.
enter() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM="${TERM:-dumb}" \
  ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"; }
as_user() { enter setpriv --reuid=builder --regid=builder --init-groups --no-new-privs \
  env HOME=/home/builder bash -c "cd /home/builder/sceau && $1"; }

# MIRROR says where packages come from, here and later.
make_chroot() {
  [ ! -e "$folder/complete" ] || return 0
  say "making a chroot of $release from $mirror"
  rm -rf "$root"
  mkdir -p "$folder"
  debootstrap --variant=minbase --include=git "$release" "$root" "$mirror" >"$folder/debootstrap.log" ||
    die "debootstrap failed" "$(tail -n 5 "$folder/debootstrap.log")"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"  # packages start no services
  chmod +x "$root/usr/sbin/policy-rc.d"
  enter useradd --create-home builder
  touch "$folder/complete"
}

mount_all() {
  mount -t proc proc "$root/proc"
  mount -t devpts -o newinstance,ptmxmode=0666,mode=0620 devpts "$root/dev/pts"
  mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
  mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
}

# The last commit, as a newcomer would clone it. What was built of an earlier one is built upon.
check_out() {
  local commit bundle=$root/home/builder/sceau.bundle
  commit=$(git rev-parse HEAD)
  [ -z "$(git status --porcelain)" ] || say "what is not committed is not taken along"
  git bundle create --quiet "$bundle" HEAD
  enter git config --system --replace-all safe.directory /home/builder/sceau
  enter bash -c "cd /home/builder && { [ -d sceau ] || git -c advice.detachedHead=false clone --quiet sceau.bundle sceau; } && cd sceau &&
    git fetch --quiet ../sceau.bundle HEAD && git reset --quiet --hard $commit && chown -R builder:builder ."
  rm "$bundle"
}

inside() {
  trap 'exit 130' INT TERM  # the first process of a namespace is spared by signals that it does not handle
  make_chroot
  mount_all
  check_out
  enter bash -c 'cd /home/builder/sceau && ./dev setup'
  say "the demo on $release"
  as_user "./dev demo"
  say "the quick tests on $release"
  # Several sources in one piece and little optimised: sooner built, and the same tests.
  as_user "cmake --preset dev -DSCEAU_UNITY=ON -DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O1 >/dev/null && ./dev test --quick"
  say "passed on $release at $(git rev-parse --short HEAD), with"
  # shellcheck disable=SC2086,SC2016  # one word for each package; dpkg-query fills in the fields
  enter dpkg-query -W -f '${Package} ${Version}\n' $versions
}

if [ "${1:-}" = --inside ]; then
  release=$2 folder=$PWD/out/elsewhere/$2 root=$PWD/out/elsewhere/$2/root
  inside
  exit
fi
check_given "$@"
exec unshare --mount --pid --fork --kill-child -- tools/elsewhere.sh --inside "$1"
