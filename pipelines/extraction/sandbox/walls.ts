/**
 * What a shell does inside fresh namespaces before the child runs. Only programs of util-linux can be called
 * there without native code of our own; none of them sees a byte of a file.
 *
 * A root of its own is put together from what is named, read-only, and the old one is taken away: what is not
 * named does not exist for the child. It stands on /sys, which is there on every Linux and needed by nobody, so
 * that nothing has to be made on a disk or removed from it.
 *
 * Words: the files and folders that exist for the child, `--`, and its program with its words.
 */
export const buildWalls = `set -eu
root=/sys
# The child makes no further namespace, in which it would have powers over new parts of the kernel.
echo 0 > /proc/sys/user/max_user_namespaces || true
mount -t tmpfs -o mode=755,nosuid,nodev,size=1m sandbox $root
# Before what is shown: the product itself may lie in /tmp.
mkdir $root/tmp
mount -t tmpfs -o mode=1777,nosuid,nodev,noexec,size=16m sandbox $root/tmp
show() {
  if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root\${1%/*}"; [ -e "$root$1" ] || : > "$root$1"; fi
  mount --rbind "$1" "$root$1"
  case "$1" in /dev/*) ;; *) mount -o remount,bind,ro,nosuid,nodev "$1" "$root$1" ;; esac
}
for program in setpriv prlimit umount; do show "$(command -v $program)"; done
while [ "$1" != -- ]; do show "$1"; shift; done
shift
mkdir -p $root/old $root/proc
# umount looks there; it goes as soon as the old root is gone.
mount --rbind /proc $root/proc
mount -o remount,bind,ro,nosuid,nodev $root
cd $root
pivot_root . old
umount -l /old
umount -l /proc
cd /
unset OLDPWD PWD
exec "$@"`;

/** Asks the parent to say which users exist here (it alone may map two), then builds the walls as their root. */
export const awaitUsers = 'printf u; read -r go || exit 1; exec sh -c "$0" walls "$@"';

/** In the namespace: root, who builds the walls, is root; the child's user is nobody outside. */
export const userMap = '0 0 1\n1000 65534 1\n';
