//! Answers that differ from each other by as little as they can, and what each of them is told.

use std::collections::{BTreeMap, BTreeSet};

use gradlings::prelude::Exercise;
use gradlings::runner::judge::judge;
use gradlings::sheet::{Answer, Check};
use gradlings::wire::Value;

use super::reading::{KNOWN, cells, names, sentences};
use super::{
    axes, calls, curves, elsewhere, factors, findings, gradients, health, inputs, not_finite,
    places, random, rows, sequences, tables, values,
};
use crate::examine::examine;
use crate::support::{Random, Sheet, tensor};

/// What an answer is told.
pub struct Told {
    /// The sentences, in their order, and after them names that stand in their gaps.
    pub ids: Vec<&'static str>,
    pub message: String,
    /// What the same answer is told where it is another one in one case.
    pub but_for_one: Option<String>,
    /// Whether this is a table and not a message.
    pub is_table: bool,
}

/// Answers that are near to each other.
pub struct Family {
    pub what: &'static str,
    pub answers: Vec<Told>,
}

impl Family {
    pub fn of(what: &'static str) -> Self {
        Self {
            what,
            answers: Vec::new(),
        }
    }

    pub fn says(mut self, ids: &[&'static str], message: impl Into<String>) -> Self {
        self.answers.push(Told {
            ids: ids.to_vec(),
            message: message.into(),
            but_for_one: None,
            is_table: false,
        });
        self
    }

    /// What a sheet is told.
    pub fn sheet(self, ids: &[&'static str], sheet: &Sheet) -> Self {
        self.says(ids, said(sheet))
    }

    /// The same for what has to hold in all cases: it is not told any more where one case speaks against it.
    pub fn of_all_cases(self, ids: &[&'static str], sheet: &Sheet) -> Self {
        let mut family = self.sheet(ids, sheet);
        let last = family.answers.last_mut().expect("there is one");
        last.but_for_one = Some(said(&but_for_one(sheet)));
        family
    }

    /// What a function is told behind a real handler.
    pub fn function(
        self,
        ids: &[&'static str],
        check: &Check,
        start: impl Fn() -> Exercise,
    ) -> Self {
        let diagnosis = examine(check, start).diagnosis;
        let message = diagnosis.map(|diagnosis| diagnosis.message);
        self.says(ids, message.unwrap_or_default())
    }

    /// What stands in the table under a diagnosis.
    pub fn table(mut self, ids: &[&'static str], sheet: &Sheet) -> Self {
        let numbers = judge(&sheet.check, &sheet.answers)
            .numbers
            .unwrap_or_default();
        let rows = numbers.rows.into_iter();
        let mut cells: Vec<String> = vec![numbers.part, numbers.tolerance];
        cells.extend(numbers.inputs.into_iter().map(|(_, value)| value));
        cells.extend(rows.flat_map(|row| [row.element, row.yours, row.expected]));
        self.answers.push(Told {
            ids: ids.to_vec(),
            message: cells.join("\n"),
            but_for_one: None,
            is_table: true,
        });
        self
    }
}

/// What a sheet is told; nothing where it passes.
pub fn said(sheet: &Sheet) -> String {
    let diagnosis = judge(&sheet.check, &sheet.answers).diagnosis;
    diagnosis.map_or_else(String::new, |diagnosis| diagnosis.message)
}

/// The same sheet, but in one case the answer is something of its own.
fn but_for_one(sheet: &Sheet) -> Sheet {
    let mut other = Sheet {
        check: sheet.check.clone(),
        answers: sheet.answers.clone(),
    };
    let mut random = Random(99);
    if let Some(judged) = other.answers.last_mut()
        && let Answer::Returned(returned) = &mut judged.answer
        && let Some(Value::Numbers(array)) = returned.parts.first()
    {
        let numbers = random.vector(array.data().len());
        returned.parts[0] = tensor(array.shape(), numbers);
    }
    other
}

/// All families.
fn families() -> Vec<Family> {
    [
        axes::families(),
        calls::families(),
        curves::families(),
        factors::families(),
        findings::families(),
        gradients::families(),
        health::families(),
        inputs::families(),
        not_finite::families(),
        places::families(),
        random::families(),
        rows::families(),
        sequences::families(),
        tables::families(),
        values::families(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn is_name(id: &str) -> bool {
    let known = KNOWN.iter().find(|it| it.id == id);
    known.expect("an id of the judge").kind != gradlings::sentence::TextKind::Sentence
}

/// What a text is read as: its sentences in their order, and the names in it.
fn read(told: &Told, text: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    match (told.is_table, text.is_empty()) {
        (true, _) => (Vec::new(), cells(text)),
        (false, true) => (Vec::new(), Vec::new()),
        (false, false) => (sentences(text), names(text)),
    }
}

#[test]
fn every_sentence_is_told_where_it_is_true_and_left_out_next_to_that() {
    let mut faults = Vec::new();
    // For each id, whether it is told somewhere, and left out in the same family.
    let mut covered: BTreeMap<&str, (bool, bool)> = BTreeMap::new();
    for family in families() {
        let mut all: Vec<BTreeSet<&str>> = Vec::new();
        let mut declared = BTreeSet::new();
        for told in &family.answers {
            let (read_sentences, read_names) = read(told, &told.message);
            let (names, sentences): (Vec<&str>, Vec<&str>) =
                told.ids.iter().copied().partition(|id| is_name(id));
            let is_said = names.iter().all(|id| read_names.contains(id));
            if sentences != read_sentences || !is_said {
                faults.push(format!(
                    "{}: {:?} is wanted, but {read_sentences:?} with {read_names:?}: {}",
                    family.what, told.ids, told.message
                ));
            }
            declared.extend(told.ids.iter().copied());
            all.push(read_sentences.into_iter().chain(read_names).collect());
            if let Some(other) = &told.but_for_one {
                let (read, _) = read(told, other);
                // What one case shows is as true as before.
                let mut of_all = sentences.iter().filter(|id| !id.starts_with("finding."));
                if let Some(id) = of_all.find(|id| read.contains(id)) {
                    faults.push(format!(
                        "{}: {id} is told but for one: {other}",
                        family.what
                    ));
                }
                all.push(read.into_iter().collect());
            }
        }
        for id in declared {
            let (said, left_out) = covered.entry(id).or_default();
            *said |= true;
            *left_out |= all.iter().any(|read| !read.contains(id));
        }
    }
    for known in KNOWN.iter() {
        let (said, left_out) = covered.get(known.id).copied().unwrap_or_default();
        match (said && left_out, elsewhere::is_listed(known.id)) {
            (false, false) => faults.push(format!(
                "{}: {}",
                known.id,
                if said {
                    "nothing near it"
                } else {
                    "nothing is told it"
                }
            )),
            (true, true) => faults.push(format!("{} is told here after all", known.id)),
            _ => {}
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
