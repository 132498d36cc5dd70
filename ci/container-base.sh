#!/bin/sh
# Makes a base image for regcontract out of this machine: a Java runtime by jlink, a shell and the few programs that
# bin/regcontract calls, with the libraries they need. For tests, and for builds that reach no image registry.
#
#   ci/container-base.sh FILE.tar [ARCHITECTURE]     e.g. ci/container-base.sh target/base.tar
#   ./mvnw -Pimage package -Dregcontract.image.base=tar://$PWD/target/base.tar
#
# ARCHITECTURE is what the image says of itself (amd64 or arm64; default: this machine's). The programs are this
# machine's in any case: an image under another name is for looking at, not for running.
set -eu

[ $# -ge 1 ] || { echo "usage: $0 FILE.tar [ARCHITECTURE]" >&2; exit 2; }
case "$1" in /*) out=$1 ;; *) out=$PWD/$1 ;; esac
case "$(uname -m)" in aarch64 | arm64) here=arm64 ;; *) here=amd64 ;; esac
architecture=${2:-$here}
java=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

"$java/bin/jlink" --add-modules java.se,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.net,jdk.unsupported,jdk.zipfs \
  --strip-debug --no-header-files --no-man-pages --compress=2 --output "$work/java" 2>"$work/jlink.log" || {
  cat "$work/jlink.log" >&2
  exit 1
}
mkdir -p "$root/opt" "$root/bin" "$root/usr/bin" "$root/usr/local/bin" "$root/etc" "$root/tmp"
mv "$work/java" "$root/opt/java"
chmod 1777 "$root/tmp"
printf 'root:x:0:0:root:/:/bin/sh\n' >"$root/etc/passwd"
printf 'root:x:0:\n' >"$root/etc/group"

for program in sh sed dirname readlink cat mkdir ls id sleep; do
  cp -L "$(command -v "$program")" "$root/bin/$program"
done
# What the loader finds on this machine goes to the same place there. jlink's own libraries find each other, and those
# of windows and fonts are never loaded.
{
  for file in "$root"/bin/* "$root"/opt/java/bin/java $(find "$root/opt/java/lib" -name '*.so' \
    ! -name 'libawt*' ! -name 'libfont*' ! -name 'libjsound*' ! -name 'libsplash*' ! -name 'liblcms*' ! -name 'libjavajpeg*'); do
    LD_LIBRARY_PATH=$root/opt/java/lib:$root/opt/java/lib/server ldd "$file" 2>/dev/null || true
  done
} | sed -n 's/^[^/]*\(\/[^ ]*\) (0x.*/\1/p' | grep -v "^$root" | sort -u | while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done

(cd "$root" && tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$work/layer.tar" .)
digest=$(sha256sum "$work/layer.tar" | cut -d' ' -f1)
cat >"$work/config.json" <<JSON
{"architecture":"$architecture","os":"linux","created":"1970-01-01T00:00:00Z",
 "config":{"Env":["PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin","JAVA_HOME=/opt/java"],"WorkingDir":"/"},
 "rootfs":{"type":"layers","diff_ids":["sha256:$digest"]},
 "history":[{"created":"1970-01-01T00:00:00Z","created_by":"ci/container-base.sh"}]}
JSON
printf '[{"Config":"config.json","RepoTags":["localhost/regcontract-base:latest"],"Layers":["layer.tar"]}]\n' \
  >"$work/manifest.json"
mkdir -p "$(dirname "$out")"
tar -C "$work" -cf "$out" manifest.json config.json layer.tar
