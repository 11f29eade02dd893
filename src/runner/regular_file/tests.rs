use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use rustix::fs::{CWD, Mode, mkfifoat};

use super::*;

#[test]
fn only_a_regular_file_of_a_reasonable_size_is_read_and_nothing_is_waited_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name);
    fs::write(path("text"), "12345").expect("written");
    fs::create_dir(path("folder")).expect("made");
    mkfifoat(CWD, path("pipe"), Mode::RUSR | Mode::WUSR).expect("made");
    let _socket = UnixListener::bind(path("socket")).expect("bound");
    let links = [
        ("link", "text"),
        ("to pipe", "pipe"),
        ("zero", "/dev/zero"),
        ("nowhere", "x"),
        ("circle", "circle"),
    ];
    for (name, target) in links {
        symlink(target, path(name)).expect("linked");
    }
    let large = File::create(path("large")).expect("made");
    large.set_len(200 << 20).expect("sparse");

    for name in ["text", "link"] {
        assert_eq!(read(&path(name), 5).expect(name), b"12345");
    }
    let table = [
        ("missing", "Missing"),
        ("nowhere", "Missing"),
        ("folder", "NotAFile(Folder)"),
        ("pipe", "NotAFile(Pipe)"),
        ("to pipe", "NotAFile(Pipe)"),
        ("socket", "NotAFile(Socket)"),
        ("zero", "NotAFile(Device)"),
        ("large", "TooLarge { bytes: 209715200, most: 5 }"),
        ("circle", "Refused"),
    ];
    for (name, expected) in table {
        let found = format!("{:?}", read(&path(name), 5).expect_err(name));
        assert!(found.starts_with(expected), "{name}: {found}");
    }
    for name in ["own", "own", "text"] {
        open_to_lock(&path(name)).expect(name);
    }
    let table = [
        ("folder", "NotAFile(Folder)"),
        ("pipe", "NotAFile(Pipe)"),
        ("socket", "NotAFile(Socket)"),
        ("link", "NotAFile(Link)"),
        ("zero", "NotAFile(Link)"),
        ("nowhere", "NotAFile(Link)"),
    ];
    for (name, expected) in table {
        let found = format!("{:?}", open_to_lock(&path(name)).expect_err(name));
        assert_eq!(found, expected, "{name}");
    }
    assert!(!path("x").exists());
    let found = format!("{:?}", read(&path("text"), 4).expect_err("one too many"));
    assert_eq!(found, "TooLarge { bytes: 5, most: 4 }");
}
