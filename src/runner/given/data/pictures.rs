//! A folder of pictures, with a folder for each class.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};

use super::limits::{FEWEST, MOST, MOST_CLASSES, PART};
use super::scale::{SIDE, small};
use super::step::Step;
use super::thinned::{is_taken, shares};
use super::told::LeftOut;
use crate::runner::given::limits::MOST_BYTES;
use crate::runner::given::picture;
use crate::runner::regular_file;
use crate::runner::text;
use crate::runner::words::machine::data as words;
use crate::runner::words::machine::given as given_words;
use crate::wire::{Array, Cells, DataPart, Image};

/// The most files that are listed: their names are kept.
const LISTED: usize = 1_000_000;

/// The pictures that are still to be read.
pub struct Pictures {
    /// What was given, as it is shown.
    folder: String,
    classes: Vec<Class>,
    /// The class that is being read, and the place of its next file.
    at: (usize, usize),
    /// Sentences that wait, and whether the last of them has been made.
    waiting: VecDeque<Step>,
    left_out: LeftOut,
    /// The size of the first picture, and of how many others it is another.
    size: Option<(usize, usize)>,
    other_sizes: usize,
    ended: bool,
}

/// A class.
struct Class {
    name: String,
    folder: PathBuf,
    /// The names of its files, sorted.
    files: Vec<std::ffi::OsString>,
    /// How many of them are read.
    share: usize,
    /// How many pictures there were.
    read: usize,
}

/// What lies in a folder, hidden things and links left out: its folders, and its files.
fn inside(folder: &Path) -> std::io::Result<(Vec<PathBuf>, Vec<std::ffi::OsString>)> {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let hidden = name.to_string_lossy().starts_with('.');
        match entry.file_type() {
            Ok(kind) if hidden || kind.is_symlink() => {}
            Ok(kind) if kind.is_dir() => folders.push(entry.path()),
            Ok(_) if files.len() <= LISTED => files.push(name),
            _ => {}
        }
    }
    folders.sort();
    files.sort();
    Ok((folders, files))
}

impl Pictures {
    /// Looks at what lies in the folder, without reading a picture.
    ///
    /// # Errors
    /// A sentence, where there is nothing to learn.
    pub(super) fn of(name: &str, path: &Path) -> Result<Pictures, String> {
        let (folders, beside) =
            inside(path).map_err(|error| words::cannot_be_listed(name, error))?;
        if folders.is_empty() {
            return Err(match beside.len() {
                0 => words::empty_folder(name),
                _ => words::no_class_folders(name),
            });
        }
        let mut waiting = VecDeque::new();
        if !beside.is_empty() {
            waiting.push_back(Step::Tell(words::beside_the_folders(beside.len())));
        }
        let (mut classes, mut empty, mut nested) = (Vec::new(), LeftOut::default(), 0);
        let mut listed = 0;
        for folder in folders {
            let class = text::path(Path::new(folder.file_name().unwrap_or_default()));
            let (within, files) = match inside(&folder) {
                Ok(inside) => inside,
                Err(error) => {
                    let why = given_words::unreadable(&class, error);
                    waiting.extend(empty.one(why).map(Step::Tell));
                    continue;
                }
            };
            nested += within.len();
            listed += files.len();
            if listed > LISTED {
                return Err(words::too_many_files(name, LISTED));
            }
            if files.is_empty() {
                let why = words::empty_class(&class);
                waiting.extend(empty.one(why).map(Step::Tell));
                continue;
            }
            classes.push(Class {
                name: class,
                folder,
                files,
                share: 0,
                read: 0,
            });
        }
        if empty.more() > 0 {
            waiting.push_back(Step::Tell(words::more_empty(empty.more())));
        }
        if nested > 0 {
            waiting.push_back(Step::Tell(words::nested(nested)));
        }
        match classes.len() {
            0 => return Err(words::no_files(name)),
            1 => return Err(words::one_class(&classes.remove(0).name)),
            count if count > MOST_CLASSES => {
                return Err(words::too_many_classes(name, count, MOST_CLASSES));
            }
            _ => {}
        }
        if let Some(class) = classes.iter().find(|class| class.files.len() < FEWEST) {
            return Err(words::small_class(&class.name, class.files.len(), FEWEST));
        }
        let counts = Vec::from_iter(classes.iter().map(|class| class.files.len()));
        let shares = shares(&counts, MOST, FEWEST);
        let taken: usize = shares.iter().sum();
        if taken < listed {
            waiting.push_back(Step::Tell(words::thinned_files(listed, taken)));
        }
        for (class, share) in classes.iter_mut().zip(shares) {
            class.share = share;
        }
        Ok(Pictures {
            folder: name.to_owned(),
            classes,
            at: (0, 0),
            waiting,
            left_out: LeftOut::default(),
            size: None,
            other_sizes: 0,
            ended: false,
        })
    }

    pub(super) fn step(&mut self) -> Step {
        if let Some(step) = self.waiting.pop_front() {
            return step;
        }
        if self.ended {
            return Step::End;
        }
        match self.part() {
            Some(part) => {
                // What was left out on the way is told before it.
                self.waiting.push_back(Step::Part(part));
            }
            None => {
                self.ended = true;
                self.end();
            }
        }
        self.step()
    }

    /// The next pictures, or `None` after the last one.
    fn part(&mut self) -> Option<DataPart> {
        let (mut pixels, mut labels) = (Vec::new(), Vec::new());
        while labels.len() < PART {
            let Some((label, file)) = self.next_file() else {
                break;
            };
            match self.read(label, &file) {
                Ok(picture) => {
                    pixels.extend(picture);
                    // There are no more than a hundred.
                    labels.push(label as u32);
                    if let Some(class) = self.classes.get_mut(label) {
                        class.read += 1;
                    }
                }
                Err(why) => self.waiting.extend(self.left_out.one(why).map(Step::Tell)),
            }
        }
        if labels.is_empty() {
            return None;
        }
        let shape = vec![labels.len(), SIDE, SIDE];
        Some(DataPart {
            classes: self
                .classes
                .iter()
                .map(|class| class.name.clone())
                .collect(),
            labels,
            // Every picture has as many pixels.
            cells: Cells::Grey(Array::new(shape, pixels).unwrap_or_default()),
        })
    }

    fn next_file(&mut self) -> Option<(usize, PathBuf)> {
        loop {
            let (number, place) = self.at;
            let class = self.classes.get(number)?;
            let Some(file) = class.files.get(place) else {
                self.at = (number + 1, 0);
                continue;
            };
            self.at.1 += 1;
            if is_taken(place, class.share, class.files.len()) {
                return Some((number, class.folder.join(file)));
            }
        }
    }

    fn read(&mut self, label: usize, path: &Path) -> Result<Vec<u8>, String> {
        let class = self.classes.get(label).map_or("", |class| &class.name);
        let file = text::path(Path::new(path.file_name().unwrap_or_default()));
        let name = format!("{class}/{file}");
        let bytes = regular_file::read(path, MOST_BYTES)
            .map_err(|why| given_words::unreadable(&name, std::io::Error::from(why)))?;
        let format = picture::format(&bytes).ok_or_else(|| match bytes.is_empty() {
            true => words::empty_file(&name),
            false => words::no_picture(&name),
        })?;
        let image = picture::decode(&name, &bytes, format)?;
        self.measure(&image);
        Ok(small(&image))
    }

    fn measure(&mut self, image: &Image) {
        let size = (image.width(), image.height());
        if *self.size.get_or_insert(size) != size {
            self.other_sizes += 1;
        }
    }

    /// What is said when all pictures have been read.
    fn end(&mut self) {
        if self.left_out.more() > 0 {
            let more = words::more_files(self.left_out.more());
            self.waiting.push_back(Step::Tell(more));
        }
        let read: usize = self.classes.iter().map(|class| class.read).sum();
        if let Some((width, height)) = self.size {
            let scaled = match self.other_sizes {
                0 if (width, height) == (SIDE, SIDE) => None,
                0 => Some(words::scaled(width, height, SIDE)),
                others => Some(words::several_sizes(width, height, others, SIDE)),
            };
            self.waiting.extend(scaled.map(Step::Tell));
        }
        let refused = match &self.classes[..] {
            _ if read == 0 => Some(words::no_pictures(&self.folder)),
            classes => classes
                .iter()
                .find(|class| class.read < FEWEST)
                .map(|class| words::small_class(&class.name, class.read, FEWEST)),
        };
        match refused {
            Some(why) => self.waiting.push_back(Step::Refuse(why)),
            None => {
                let told = words::pictures(read, self.classes.len(), SIDE);
                self.waiting.push_back(Step::Tell(told));
            }
        }
    }
}
