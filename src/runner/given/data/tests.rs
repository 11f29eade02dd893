//! Folders and tables with every fault that real ones have.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{DynamicImage, GrayImage, ImageFormat, Luma};
use tempfile::TempDir;

use super::limits::PART;
use super::*;
use crate::wire::Cells;

/// What was read: the sentences, the examples of each class, and why it was refused.
#[derive(Debug, Default)]
struct Read {
    told: Vec<String>,
    classes: Vec<String>,
    counts: Vec<usize>,
    grey: Vec<u8>,
    numbers: Vec<Vec<Option<f32>>>,
    largest: usize,
    refused: Option<String>,
}

fn read(paths: &[&Path]) -> Read {
    let mut data = Data::Given(paths.iter().map(|path| path.to_path_buf()).collect());
    let mut read = Read::default();
    loop {
        match data.step() {
            Step::Tell(sentence) => read.told.push(sentence),
            Step::Part(part) => {
                read.largest = read.largest.max(part.labels.len());
                read.counts.resize(part.classes.len(), 0);
                read.classes = part.classes;
                for label in part.labels {
                    read.counts[label as usize] += 1;
                }
                match part.cells {
                    Cells::Grey(pictures) => read.grey.extend(pictures.data()),
                    Cells::Numbers(rows) => read.numbers.extend(rows),
                }
            }
            Step::End => break,
            Step::Refuse(why) => {
                read.refused = Some(why);
                break;
            }
        }
    }
    assert_eq!(data.step(), Step::End, "nothing comes after the end");
    read
}

impl Read {
    fn says(&self, words: &str) -> &Self {
        let mut all = self.told.iter().chain(&self.refused);
        assert!(all.any(|one| one.contains(words)), "{words}: {self:?}");
        self
    }
}

/// A grey picture in this format.
fn picture(width: u32, height: u32, grey: u8, format: ImageFormat) -> Vec<u8> {
    let image = GrayImage::from_pixel(width, height, Luma([grey]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(image)
        .write_to(&mut bytes, format)
        .expect("encoded");
    bytes.into_inner()
}

fn png(grey: u8) -> Vec<u8> {
    picture(8, 8, grey, ImageFormat::Png)
}

fn put(folder: &TempDir, name: &str, bytes: &[u8]) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, bytes).expect("written");
}

/// A folder with so many pictures of each class.
fn classes(classes: &[(&str, usize)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for &(class, count) in classes {
        for at in 0..count {
            put(&folder, &format!("{class}/{at:05}.png"), &png(at as u8));
        }
    }
    folder
}

#[test]
fn a_folder_with_every_fault_is_read_and_each_fault_is_told() {
    let folder = classes(&[("cats", 7), ("dogs", 6)]);
    put(
        &folder,
        "cats/a photo.jpg",
        &picture(100, 60, 200, ImageFormat::Jpeg),
    );
    put(
        &folder,
        "cats/b.pgm",
        &picture(28, 28, 10, ImageFormat::Pnm),
    );
    put(&folder, "cats/broken.png", b"\x89PNG\r\n\x1a\nand no more");
    put(&folder, "cats/cut off.png", &png(3)[..40]);
    put(&folder, "cats/empty.png", b"");
    put(&folder, "cats/notes.txt", b"these are cats");
    put(&folder, "dogs/film.mp4", &[0, 1, 2, 3]);
    put(&folder, "cats/.hidden.png", b"no picture");
    put(&folder, "cats/more/deep.png", &png(1));
    put(&folder, "readme.txt", b"about these");
    fs::create_dir(folder.path().join("birds")).expect("made");
    fs::create_dir(folder.path().join(".cache")).expect("made");
    let read = read(&[folder.path()]);
    assert_eq!(read.refused, None, "{read:?}");
    assert_eq!(read.classes, ["cats", "dogs"]);
    assert_eq!(read.counts, [9, 6]);
    assert_eq!(read.grey.len(), 15 * 28 * 28);
    read.says("`cats/broken.png` is left out")
        .says("`cats/cut off.png` is left out")
        .says("`cats/empty.png` is left out: the file is empty")
        .says("Files that are left out beside these: 2.")
        .says("The first picture has 8 x 8 pixels, and 2 have another size")
        .says("Files that lie beside the sub-folders are left out")
        .says("The sub-folder `birds` is left out")
        .says("Folders inside the sub-folders are not looked into: 1 ")
        .says("15 pictures in 2 classes");
    assert_eq!(read.told.len(), 9, "{read:?}");
}

#[test]
fn what_leaves_nothing_to_learn_is_refused_with_what_to_do() {
    let file = |name: &str| {
        let folder = TempDir::new().expect("a folder");
        put(&folder, name, &png(1));
        folder
    };
    let empty = TempDir::new().expect("a folder");
    let empty_classes = TempDir::new().expect("a folder");
    fs::create_dir(empty_classes.path().join("cats")).expect("made");
    let unreadable = TempDir::new().expect("a folder");
    for at in 0..12 {
        let class = ["cats", "dogs"][at % 2];
        put(&unreadable, &format!("{class}/{at}.png"), b"no picture");
    }
    let broken = classes(&[("cats", 9), ("dogs", 4)]);
    put(&broken, "dogs/x.png", b"no picture");
    let many = Vec::from_iter((0..101).map(|at| format!("class {at:03}")));
    let many = classes(&Vec::from_iter(many.iter().map(|name| (name.as_str(), 1))));
    let table = [
        (empty, "is empty. Make a sub-folder"),
        (file("1.png"), "has no sub-folders"),
        (empty_classes, "None of the sub-folders"),
        (classes(&[("cats", 9)]), "There is only one class, `cats`"),
        (
            classes(&[("cats", 9), ("dogs", 4)]),
            "The class `dogs` has too few pictures, 4.",
        ),
        (broken, "The class `dogs` has too few pictures, 4."),
        (unreadable, "No picture in"),
        (many, "has 101 classes, and no more than 100"),
    ];
    for (folder, why) in table {
        let read = read(&[folder.path()]);
        assert!(
            read.refused
                .as_deref()
                .is_some_and(|told| told.contains(why)),
            "{why}: {read:?}"
        );
    }
    let folder = file("a.png");
    for (paths, why) in [
        (vec![], "There are no data."),
        (
            vec![folder.path(), folder.path()],
            "2 files or folders were given",
        ),
        (
            vec![&*folder.path().join("a.png")],
            "is neither a folder nor a CSV file",
        ),
    ] {
        read(&paths).says(why);
    }
}

#[test]
fn of_very_many_files_an_even_share_of_every_class_is_read_and_never_all_at_once() {
    let folder = TempDir::new().expect("a folder");
    let first = folder.path().join("picture");
    fs::write(&first, picture(2, 2, 9, ImageFormat::Png)).expect("written");
    // Names of one file: a hundred thousand of them cost no time.
    for (class, count) in [("a", 90_000), ("b", 9_990), ("c", 10)] {
        let folder = folder.path().join(class);
        fs::create_dir(&folder).expect("made");
        let mut original = folder.join("0");
        fs::copy(&first, &original).expect("copied");
        for at in 1..count {
            let name = folder.join(format!("{at}.png"));
            // A file system allows so many names of a file and no more.
            if fs::hard_link(&original, &name).is_err() {
                fs::copy(&first, &name).expect("copied");
                original = name;
            }
        }
    }
    fs::remove_file(first).expect("removed");
    let read = read(&[folder.path()]);
    assert_eq!(read.counts, [18_000, 1_998, 5], "{:?}", read.told);
    assert!(read.largest <= PART);
    read.says("Of 100000 files, 20003 are read");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_pipes_not_waited_for() {
    let folder = classes(&[("cats", 5), ("dogs", 5)]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("back")).expect("made");
    std::os::unix::fs::symlink("00000.png", folder.path().join("cats/again.png")).expect("made");
    rustix::fs::mknodat(
        rustix::fs::CWD,
        folder.path().join("cats/pipe.png"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from_raw_mode(0o600),
        0,
    )
    .expect("made");
    let read = read(&[folder.path()]);
    assert_eq!(
        (read.classes.len(), read.counts.as_slice()),
        (2, &[5, 5][..])
    );
    read.says("named pipe");
}

/// What comes of a table of this text.
fn table(text: impl AsRef<[u8]>) -> Read {
    let folder = TempDir::new().expect("a folder");
    put(&folder, "table.csv", text.as_ref());
    read(&[&folder.path().join("table.csv")])
}

/// Lines of two classes.
fn lines(count: usize) -> String {
    let line = |at: usize| format!("{at},{},{}\n", at % 3, ["one", "two"][at % 2]);
    (0..count).map(line).collect()
}

#[test]
fn a_table_with_every_fault_is_read_and_each_fault_is_told() {
    let mut text = "id,Class,island,length,nothing,weight\n".to_owned();
    for at in 0..12 {
        let class = ["a", "b"][at % 2];
        text += &format!("{at},{class},Dream,{}.5,,{}\n", at, 100 * at);
    }
    text += "12,a,Biscoe,NA,,7\n13,b,Biscoe,,,heavy\n14,,Biscoe,1,,1\n15,NA,Biscoe,1,,1\n16,a\n";
    let mut bytes = text.into_bytes();
    bytes.extend(b"17,a,\xff\xfe,1,,1\n");
    let read = table(bytes);
    assert_eq!(read.refused, None, "{read:?}");
    assert_eq!(read.classes, ["a", "b"]);
    assert_eq!(read.counts, [7, 7]);
    assert_eq!(read.numbers[3], [Some(3.0), Some(3.5), Some(300.0)]);
    assert_eq!(read.numbers[12], [Some(12.0), None, Some(7.0)]);
    assert_eq!(read.numbers[13], [Some(13.0), None, None]);
    read.says("The class is in the column `Class`")
        .says("nothing is in the column `Class`: 2.")
        .says("The column `island` is left out: most")
        .says("The column `nothing` is left out: all")
        .says("In the column `weight`, cells that hold no number count as missing: 1.")
        .says("Missing cells, empty or with a word such as `NA`: 2.")
        .says("Line 18 is left out: it has another number of cells")
        .says("Line 19 is left out: it is no text in UTF-8.")
        .says("14 rows in 2 classes; columns of numbers: 3.");
}

#[test]
fn tables_that_cannot_be_learned_from_are_refused_with_what_to_do() {
    let cases: [(&str, Vec<u8>, &str); 10] = [
        ("empty", b"".to_vec(), "has to name the columns"),
        (
            "no names",
            b",,\n1,2,a\n".to_vec(),
            "has to name the columns",
        ),
        (
            "header only",
            b"x,y\n".to_vec(),
            "has no rows to learn from",
        ),
        ("no text", b"\x00\x01\x02".to_vec(), "is no table"),
        ("a picture", png(1), "is no table"),
        (
            "one class",
            format!("x,y\n{}", "1,a\n".repeat(9)).into(),
            "only one class, `a`",
        ),
        (
            "a rare class",
            format!("x,y\n{}2,b\n", "1,a\n".repeat(9)).into(),
            "The class `b` has too few rows, 1.",
        ),
        (
            "no numbers",
            format!("x,y\n{}", "p,a\nq,b\n".repeat(9)).into(),
            "has no column of numbers",
        ),
        (
            "numbers for classes",
            format!(
                "x,y\n{}",
                Vec::from_iter((0..200).map(|at| format!("1,{at}\n"))).concat()
            )
            .into(),
            "Call the column with the class `class`",
        ),
        (
            "too many columns",
            format!("{}class\n", "x,".repeat(1000)).into(),
            "too many columns",
        ),
    ];
    for (name, text, why) in cases {
        let read = table(text);
        assert!(
            read.refused
                .as_deref()
                .is_some_and(|told| told.contains(why)),
            "{name}: {read:?}"
        );
    }
}

#[test]
fn a_long_table_is_thinned_and_semicolons_go_with_decimal_commas() {
    let read = table(format!("x,y,kind\n{}", lines(100_000)));
    assert_eq!(read.counts, [10_000, 10_000]);
    assert!(read.largest <= PART);
    read.says("Of 100000 rows, 20000 are taken")
        .says("The class is in the column `kind`");
    let text = "x;label;y\n".to_owned() + &"1,5;a;2\n3;b;4,25\n".repeat(5);
    let read = table(text);
    assert_eq!(read.numbers[0], [Some(1.5), Some(2.0)]);
    assert_eq!(read.numbers[1], [Some(3.0), Some(4.25)]);
}
