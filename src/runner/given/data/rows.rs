//! A table: a row for each example, with its class in one of the columns.
//!
//! It is read twice, line by line: first to see what its columns are, and then to hand it over. So it may be of any length.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use csv::{ErrorKind, Position, Reader, ReaderBuilder, StringRecord};

use super::columns::{Columns, Survey};
use super::limits::{FEWEST, MOST, MOST_CLASSES, PART};
use super::step::Step;
use super::thinned::{is_taken, shares};
use super::told::LeftOut;
use crate::runner::given::table::delimiter;
use crate::runner::regular_file;
use crate::runner::words::machine::data as words;
use crate::wire::{Cells, DataPart};

/// The longest first line, in bytes.
const LONGEST_HEADER: u64 = 1 << 20;
/// The most columns.
const MOST_COLUMNS: usize = 1000;

/// The rows that are still to be read.
pub struct Rows {
    reader: Reader<BufReader<File>>,
    columns: Columns,
    /// How many cells a row has to have.
    width: usize,
    classes: Vec<Class>,
    waiting: VecDeque<Step>,
}

/// A class.
struct Class {
    name: String,
    /// How many rows it has, how many of these are taken, and how many have been seen.
    count: usize,
    share: usize,
    seen: usize,
}

/// A table that is open, and whether a comma is a decimal point in it.
fn open(name: &str, path: &Path) -> Result<(Reader<BufReader<File>>, bool), String> {
    let file = || {
        regular_file::open_to_read(path)
            .map_err(|why| words::cannot_be_read(name, std::io::Error::from(why)))
    };
    let mut first = Vec::new();
    BufReader::new(file()?)
        .take(LONGEST_HEADER)
        .read_until(b'\n', &mut first)
        .map_err(|why| words::cannot_be_read(name, why))?;
    if first.contains(&0) {
        return Err(words::no_table(name));
    }
    if first.len() as u64 == LONGEST_HEADER {
        return Err(words::too_many_columns(name, MOST_COLUMNS));
    }
    let delimiter = delimiter(&String::from_utf8_lossy(&first));
    let reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(BufReader::new(file()?));
    Ok((reader, delimiter == b';'))
}

impl Rows {
    /// Looks at all lines, and keeps none.
    ///
    /// # Errors
    /// A sentence, where there is nothing to learn.
    pub(super) fn of(name: &str, path: &Path) -> Result<Rows, String> {
        let (mut reader, decimal_comma) = open(name, path)?;
        let header = reader.headers().map_err(|_| words::no_table(name))?.clone();
        if header.iter().all(|column| column.trim().is_empty()) {
            return Err(words::no_header(name));
        }
        if header.len() > MOST_COLUMNS {
            return Err(words::too_many_columns(name, MOST_COLUMNS));
        }
        let mut survey = Survey::of(&header, decimal_comma);
        let mut waiting = VecDeque::new();
        look(&mut reader, header.len(), &mut survey, &mut waiting)?;

        let class_column = survey.class_column();
        waiting.push_back(match survey.is_named() {
            true => words::class_column(class_column),
            false => words::last_column(class_column),
        });
        if survey.unlabelled() > 0 {
            waiting.push_back(words::without_class(survey.unlabelled(), class_column));
        }
        let (columns, told) = survey.columns();
        waiting.extend(told);
        let counts = Vec::from_iter(survey.classes().values().copied());
        let all: usize = counts.iter().sum();
        let mut small = survey
            .classes()
            .iter()
            .filter(|(_, count)| **count < FEWEST);
        if all == 0 {
            return Err(words::no_rows(name));
        }
        if columns.used() == 0 {
            return Err(words::no_numbers(name));
        }
        if let [(class, _)] = &Vec::from_iter(survey.classes())[..] {
            return Err(words::one_class_of_rows(class, class_column));
        }
        if let Some((class, count)) = small.next() {
            return Err(words::small_class_of_rows(class, count, FEWEST));
        }
        let shares = shares(&counts, MOST, FEWEST);
        let taken = shares.iter().sum::<usize>();
        if taken < all {
            waiting.push_back(words::thinned_rows(all, taken));
        }
        waiting.push_back(words::rows(taken, counts.len(), columns.used()));
        let class = |((name, &count), share): ((&String, &usize), usize)| Class {
            name: name.clone(),
            count,
            share,
            seen: 0,
        };
        Ok(Rows {
            reader: open(name, path)?.0,
            columns,
            width: header.len(),
            classes: survey.classes().iter().zip(shares).map(class).collect(),
            waiting: waiting.into_iter().map(Step::Tell).collect(),
        })
    }

    pub(super) fn step(&mut self) -> Step {
        if let Some(step) = self.waiting.pop_front() {
            return step;
        }
        self.part().map_or(Step::End, Step::Part)
    }

    /// The next rows, or `None` after the last one.
    fn part(&mut self) -> Option<DataPart> {
        let (mut rows, mut labels) = (Vec::new(), Vec::new());
        let mut row = StringRecord::new();
        while rows.len() < PART {
            match self.reader.read_record(&mut row) {
                Ok(true) if row.len() == self.width => {}
                Ok(true) => continue,
                Ok(false) => break,
                Err(why) if matches!(why.kind(), ErrorKind::Io(_)) => break,
                Err(_) => continue,
            }
            let class = self.columns.class_of(&row);
            let label = class.and_then(|class| self.classes.iter().position(|it| it.name == class));
            let Some((label, class)) = label.and_then(|at| Some((at, self.classes.get_mut(at)?)))
            else {
                continue;
            };
            if is_taken(class.seen, class.share, class.count) {
                rows.push(self.columns.numbers(&row));
                // There are no more than a hundred.
                labels.push(label as u32);
            }
            class.seen += 1;
        }
        (!rows.is_empty()).then(|| DataPart {
            classes: self
                .classes
                .iter()
                .map(|class| class.name.clone())
                .collect(),
            labels,
            cells: Cells::Numbers(rows),
        })
    }
}

/// Shows every line to the survey, and tells about those that cannot be used.
fn look(
    reader: &mut Reader<BufReader<File>>,
    width: usize,
    survey: &mut Survey,
    told: &mut VecDeque<String>,
) -> Result<(), String> {
    let mut left_out = LeftOut::default();
    let mut row = StringRecord::new();
    loop {
        match reader.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) if row.len() == width => survey.take(&row),
            Ok(true) => {
                let line = row.position().map_or(0, Position::line);
                told.extend(left_out.one(words::uneven_line(line, row.len(), width)));
            }
            Err(why) if matches!(why.kind(), ErrorKind::Io(_)) => {
                told.push_back(words::cut_off(why));
                break;
            }
            Err(why) => {
                let line = why.position().map_or(0, Position::line);
                told.extend(left_out.one(words::no_text_line(line)));
            }
        }
        if survey.classes().len() > MOST_CLASSES {
            let column = survey.class_column();
            return Err(words::class_has_many(column, MOST_CLASSES));
        }
    }
    if left_out.more() > 0 {
        told.push_back(words::more_lines(left_out.more()));
    }
    Ok(())
}
