//! A submission that is a folder.

use std::fs::{self, FileType};
use std::path::Path;

use crate::runner::grade::pick::{DEPTH, Pick, Refused, is_open};
use crate::runner::regular_file::{self, FileKind, TEXT, Unreadable};
use crate::runner::words::plain::submission as words;

/// Looks at everything in a folder. No link is followed, and no device or pipe is opened.
pub fn read(root: &Path, pick: &mut Pick<'_>) -> Result<(), Refused> {
    within(root, "", 0, pick)
}

fn within(folder: &Path, path: &str, depth: usize, pick: &mut Pick<'_>) -> Result<(), Refused> {
    let unreadable = |error| Refused(words::folder_unreadable(shown(path), error));
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        // A folder with a million entries is not to be sorted first.
        pick.count()?;
        entries.push(entry.map_err(unreadable)?);
    }
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        // The name of an exercise is plain, so what is no text is none.
        let Some(name) = name.to_str() else { continue };
        let inside = match path {
            "" => name.to_owned(),
            _ => format!("{path}/{name}"),
        };
        // Of the entry itself, and not of what it leads to.
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() && depth < DEPTH && is_open(name) {
            within(&entry.path(), &inside, depth + 1, pick)?;
        } else if !kind.is_dir() && !name.contains('\\') {
            pick.offer(&inside, || text(&entry.path(), &inside, kind))?;
        }
    }
    Ok(())
}

fn text(path: &Path, inside: &str, kind: FileType) -> Result<Vec<u8>, String> {
    if kind.is_symlink() {
        return Err(words::not_a_file(inside, FileKind::Link));
    }
    regular_file::read(path, TEXT).map_err(|why| match why {
        Unreadable::NotAFile(kind) => words::not_a_file(inside, kind),
        Unreadable::TooLarge { bytes, most } => words::too_large(inside, bytes, most),
        why => words::unreadable(inside, std::io::Error::from(why)),
    })
}

fn shown(path: &str) -> &str {
    match path {
        "" => ".",
        path => path,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::runner::course::Course;
    use crate::runner::grade::pick::Texts;

    #[test]
    fn links_pipes_and_large_files_are_not_read_and_what_lies_beside_them_is() {
        let mut info =
            "format = 2\ntitle = \"T\"\n[[chapters]]\nname = \"a\"\ntitle = \"A\"\n".to_owned();
        for name in ["one", "two", "three", "four"] {
            info.push_str(&format!(
                "[[exercises]]\nname = \"{name}\"\nchapter = \"a\"\nteaches = \"x\"\n"
            ));
        }
        let course = Course::parse(Path::new("/c"), &info).expect("sound");
        let place = tempfile::tempdir().expect("a temporary folder");
        let root = place.path().join("handed-in");
        fs::create_dir(&root).expect("made");
        fs::write(place.path().join("secret.rs"), "secret").expect("written");
        symlink(place.path().join("secret.rs"), root.join("one.rs")).expect("linked");
        symlink(place.path(), root.join("way")).expect("linked");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            root.join("two.rs"),
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::from_raw_mode(0o600),
            0,
        )
        .expect("a pipe");
        let file = fs::File::create(root.join("three.rs")).expect("made");
        file.set_len(TEXT + 1).expect("long");
        fs::write(root.join("four.rs"), "mine").expect("written");
        let mut pick = Pick::new(&course);
        read(&root, &mut pick).expect("taken");
        let submission = pick.finish("anna", &mut Texts::default());
        assert_eq!(&*submission.files["four"].text, b"mine");
        let faults: Vec<&str> = submission.faults.values().map(String::as_str).collect();
        assert_eq!(
            faults,
            [
                "one.rs was not taken: it is a link.",
                "three.rs was not taken: it has 1048577 bytes, and 1048576 are the most.",
                "two.rs was not taken: it is a named pipe.",
            ]
        );
    }
}
