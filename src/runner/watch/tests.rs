//! One folder, every way of saving, every way of noticing.

use super::*;

struct Watched {
    folder: tempfile::TempDir,
    saved: Receiver<PathBuf>,
    _watcher: Watcher,
}

impl Watched {
    fn new(ways: Ways) -> Watched {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(folder.path().join("exercises/01_a")).expect("a chapter");
        for name in ["one.rs", "last.rs"] {
            fs::write(folder.path().join("exercises/01_a").join(name), "old").expect("written");
        }
        let (sender, saved) = mpsc::channel();
        let watcher = Watcher::start_as(folder.path(), ways, move |path| {
            let _ = sender.send(path);
        });
        Watched {
            folder,
            saved,
            _watcher: watcher.expect("watching"),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("exercises/01_a").join(name)
    }

    /// The paths told about until a save of `last.rs` that is made now is told about.
    fn told(&self) -> Vec<PathBuf> {
        fs::write(self.path("last.rs"), "the last").expect("written");
        let mut told = Vec::new();
        loop {
            let path = self.saved.recv_timeout(Duration::from_secs(20));
            let path = path.expect("the last save is told about");
            if path == self.path("last.rs") {
                return told;
            }
            told.push(path);
        }
    }

    fn next(&self) -> PathBuf {
        let path = self.saved.recv_timeout(Duration::from_secs(20));
        path.expect("a save is told about")
    }
}

type Save = fn(&Watched);

#[test]
fn every_way_of_saving_is_told_about_once() {
    let table: [(&str, Save); 5] = [
        ("in place", |it| {
            fs::write(it.path("one.rs"), "new").expect("written");
        }),
        ("a rename over the file", |it| {
            fs::write(it.path("one.rs~tmp"), "new").expect("written");
            fs::rename(it.path("one.rs~tmp"), it.path("one.rs")).expect("renamed");
        }),
        ("the old one moved away first", |it| {
            fs::rename(it.path("one.rs"), it.path("one.rs~")).expect("renamed");
            fs::write(it.path("one.rs"), "new").expect("written");
        }),
        ("in a burst", |it| {
            for round in 0..20 {
                fs::write(it.path("one.rs"), format!("new {round}")).expect("written");
            }
        }),
        ("removed", |it| {
            fs::remove_file(it.path("one.rs")).expect("removed");
        }),
    ];
    for ways in [Ways::Told, Ways::Asked, Ways::Both] {
        for (what, save) in table {
            let watched = Watched::new(ways);
            save(&watched);
            assert_eq!(watched.next(), watched.path("one.rs"), "{what}");
            assert_eq!(watched.told(), Vec::<PathBuf>::new(), "{what}: once");
        }
    }
}

#[test]
fn what_is_no_save_is_not_told_about() {
    let watched = Watched::new(Ways::Told);
    fs::write(watched.path("one.rs"), "old").expect("the same content");
    fs::read(watched.path("one.rs")).expect("read");
    fs::write(watched.path(".#one.rs"), "lock").expect("an editor's lock");
    fs::write(watched.path("one.rs.swp"), "swap").expect("a swap file");
    fs::write(watched.path("4913"), "probe").expect("vim's probe");
    assert_eq!(watched.told(), Vec::<PathBuf>::new());
}

#[test]
fn a_file_in_a_new_chapter_is_told_about() {
    let watched = Watched::new(Ways::Told);
    let chapter = watched.folder.path().join("exercises/02_b");
    fs::create_dir(&chapter).expect("a chapter");
    fs::write(chapter.join("two.rs"), "new").expect("written");
    assert_eq!(watched.next(), chapter.join("two.rs"));
}

#[test]
fn a_course_without_exercises_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let problem = Watcher::start(folder.path(), false, |_| {}).err();
    let problem = problem.expect("nothing to watch");
    assert!(problem.what.contains("cannot be watched"), "{problem}");
}

#[test]
fn a_folder_that_is_only_read_may_be_deleted_and_made_again() {
    let watched = Watched::new(Ways::Asked);
    fs::remove_dir_all(watched.folder.path().join("exercises")).expect("removed");
    let gone = [watched.next(), watched.next()];
    assert!(gone.contains(&watched.path("one.rs")), "{gone:?}");
    fs::create_dir_all(watched.folder.path().join("exercises/01_a")).expect("made again");
    fs::write(watched.path("one.rs"), "new").expect("written");
    assert_eq!(watched.next(), watched.path("one.rs"));
}

#[cfg(unix)]
#[test]
fn a_chapter_may_be_a_link_and_a_link_to_everything_is_not_followed() {
    use std::os::unix::fs::symlink;

    for ways in [Ways::Told, Ways::Asked, Ways::Both] {
        let elsewhere = tempfile::tempdir().expect("a temporary folder");
        let folder = tempfile::tempdir().expect("a temporary folder");
        let exercises = folder.path().join("exercises");
        fs::create_dir_all(exercises.join("01_a")).expect("a chapter");
        symlink("/", exercises.join("01_a/one.rs")).expect("linked");
        symlink("/", exercises.join("everything")).expect("linked");
        symlink(elsewhere.path(), exercises.join("02_b")).expect("linked");
        let (sender, saved) = mpsc::channel();
        let _watcher = Watcher::start_as(folder.path(), ways, move |path| {
            let _ = sender.send(path);
        })
        .expect("watching");
        fs::write(elsewhere.path().join("two.rs"), "new").expect("written");
        let path = saved.recv_timeout(Duration::from_secs(20));
        assert_eq!(path, Ok(exercises.join("02_b/two.rs")), "{ways:?}");
    }
}

#[cfg(unix)]
#[test]
fn something_that_is_no_file_is_told_about_when_it_comes_and_when_it_goes() {
    use rustix::fs::{CWD, Mode, mkfifoat};

    for ways in [Ways::Told, Ways::Asked] {
        let watched = Watched::new(ways);
        let path = watched.path("one.rs");
        fs::remove_file(&path).expect("removed");
        assert_eq!(watched.next(), path, "{ways:?}: the file goes");
        mkfifoat(CWD, &path, Mode::RUSR | Mode::WUSR).expect("made");
        assert_eq!(watched.next(), path, "{ways:?}: the pipe comes");
        fs::remove_file(&path).expect("removed");
        assert_eq!(watched.next(), path, "{ways:?}: the pipe goes");
    }
}
