//! Which file systems do not tell about every change.
//!
//! A folder that is shared over a network or with a host is changed by others, and the system here hears nothing of it.

use std::path::Path;

#[cfg(any(target_os = "linux", test))]
use crate::runner::words::machine::watch as words;

/// The file systems that are known to be silent, by the magic number of `statfs` (`linux/magic.h`).
#[cfg(any(target_os = "linux", test))]
const SILENT: [(u32, &str); 12] = [
    (0x6969, "NFS"),
    (0x517b, "SMB"),
    (0xfe53_4d42, "SMB"),
    (0xff53_4d42, "CIFS"),
    // The Windows drives of WSL, and folders shared with a virtual machine.
    (0x0102_1997, "9p"),
    // sshfs, virtiofs, and what Docker Desktop shares with a container.
    (0x6573_5546, "FUSE"),
    (0x5346_414f, "AFS"),
    (0x6b41_4653, "AFS"),
    (0x00c3_6400, "Ceph"),
    (0x7375_7245, "Coda"),
    (0x0bd0_0bd0, "Lustre"),
    (0x4750_4653, "GPFS"),
];

/// The same that virtual machines share with their host.
#[cfg(any(target_os = "linux", test))]
fn shared(magic: u32) -> Option<&'static str> {
    match magic {
        0x786f_4256 => Some(words::virtualbox()),
        0xbacb_acbc => Some(words::vmware()),
        0x7c7c_6673 => Some(words::parallels()),
        _ => None,
    }
}

/// The name of the file system of this folder, if it is known not to tell about every change.
#[cfg(target_os = "linux")]
pub fn silent(folder: &Path) -> Option<&'static str> {
    // The magic number is 32 bits wide; the field that holds it is wider on some machines.
    name(rustix::fs::statfs(folder).ok()?.f_type as u32)
}

/// The name of the file system of this folder, if it is known not to tell about every change.
#[cfg(not(target_os = "linux"))]
pub fn silent(_folder: &Path) -> Option<&'static str> {
    None
}

#[cfg(any(target_os = "linux", test))]
fn name(magic: u32) -> Option<&'static str> {
    let found = SILENT.iter().find(|(silent, _)| *silent == magic);
    found.map(|(_, name)| *name).or_else(|| shared(magic))
}

#[cfg(test)]
mod tests {
    use super::{name, words};

    #[test]
    fn shared_folders_are_known_and_local_disks_tell() {
        let table = [
            ("NFS", 0x6969, Some("NFS")),
            ("a Windows drive in WSL", 0x0102_1997, Some("9p")),
            ("sshfs", 0x6573_5546, Some("FUSE")),
            ("VirtualBox", 0x786f_4256, Some(words::virtualbox())),
            ("ext4", 0xef53, None),
            ("btrfs", 0x9123_683e, None),
            ("tmpfs", 0x0102_1994, None),
            ("overlayfs", 0x794c_7630, None),
        ];
        for (what, magic, expected) in table {
            assert_eq!(name(magic), expected, "{what}");
        }
    }
}
