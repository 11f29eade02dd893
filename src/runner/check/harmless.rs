//! What comes from a program, or from the sheet of a course, made fit for a terminal: no escape sequence, no endless line.

use crate::report::drawn::Length;
use crate::report::{Drawing, Frame, Report};
use crate::runner::outcome::{CheckOutcome, Diagnosis, HealthLine, NumberRow, Numbers};
use crate::runner::text::{plain, short};
use crate::sheet::{Answer, CurvePart};

/// Characters of a sentence: a panic may carry a whole tensor as its message.
const SENTENCE: usize = 2_000;

/// Characters of a word beside a number or a picture.
const WORD: usize = 200;

/// A sentence about the whole check. It may have several lines.
pub(super) fn sentence(sentence: &str) -> String {
    short(sentence, SENTENCE)
}

/// Words that a program says while it is tried out. Their lines stay lines.
pub(super) fn said(words: &str) -> String {
    plain(words)
}

/// What an answer says in words, which a learner reads the beginning of.
pub(super) fn cut(answer: &mut Answer) {
    // More than a sentence, because what it says is looked through for its cause.
    const BYTES: usize = 64 << 10;
    let words = match answer {
        Answer::Panicked { message: words, .. }
        | Answer::Refused(words)
        | Answer::Stopped { why: words, .. } => words,
        Answer::Returned(_) | Answer::Todo | Answer::TooLarge(_) => return,
    };
    words.truncate(words.floor_char_boundary(BYTES));
    words.shrink_to_fit();
    if let Answer::Panicked { place, .. } | Answer::Stopped { place, .. } = answer {
        *place = place.take().filter(|place| place.len() <= BYTES);
    }
}

pub(super) fn check(check: CheckOutcome) -> CheckOutcome {
    CheckOutcome {
        name: short(&check.name, WORD),
        diagnosis: check.diagnosis.map(|diagnosis| Diagnosis {
            message: sentence(&diagnosis.message),
            id: diagnosis.id.map(|id| plain(&id)),
            ..diagnosis
        }),
        numbers: check.numbers.map(numbers),
        ..check
    }
}

fn numbers(numbers: Numbers) -> Numbers {
    let inputs = numbers.inputs.into_iter();
    Numbers {
        case: short(&numbers.case, WORD),
        inputs: inputs
            .map(|(name, value)| (short(&name, WORD), sentence(&value)))
            .collect(),
        part: short(&numbers.part, WORD),
        rows: numbers.rows.into_iter().map(row).collect(),
        tolerance: short(&numbers.tolerance, WORD),
        ..numbers
    }
}

fn row(row: NumberRow) -> NumberRow {
    NumberRow {
        element: short(&row.element, WORD),
        yours: short(&row.yours, WORD),
        expected: short(&row.expected, WORD),
        error: short(&row.error, WORD),
    }
}

/// Lines about a training name what the program named: its curves and its parameters.
pub(super) fn health(lines: Vec<HealthLine>) -> Vec<HealthLine> {
    let lines = lines.into_iter();
    lines
        .map(|line| HealthLine {
            message: sentence(&line.message),
            ..line
        })
        .collect()
}

/// What is declared of series, whose names are those of [`report`].
pub(super) fn series(declared: &[CurvePart]) -> Vec<CurvePart> {
    let declared = declared.iter().cloned();
    declared
        .map(|part| CurvePart {
            series: short(&part.series, WORD),
            ..part
        })
        .collect()
}

/// Whether the numbers of a drawing make a picture is for those to look at who draw it.
pub(super) fn report(report: Report<Drawing>) -> Report<Drawing> {
    match report {
        // Nobody reads it as it is; the lines that follow from it are made harmless where they are written.
        Report::Observation(_) | Report::Progress(_) => report,
        Report::Metric {
            series,
            step,
            value,
        } => Report::Metric {
            series: short(&series, WORD),
            step,
            value,
        },
        Report::Note(note) => Report::Note(sentence(&note)),
        Report::Frame(mut frame) => {
            frame.drawing.texts(&mut |text, length| {
                *text = match length {
                    Length::Word => short(text, WORD),
                    Length::Text => plain(text),
                };
            });
            Report::Frame(Frame {
                title: short(&frame.title, WORD),
                ..frame
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Picture, Pictures};
    use crate::runner::outcome::CheckState;
    use crate::runner::outcome::DiagnosisKind;

    #[test]
    fn no_word_of_a_check_or_a_report_reaches_a_terminal_as_it_came() {
        let evil = || "\x1b]52;c;aGk=\x07\x1b[2Jx\u{202e}".repeat(10_000);
        let judged = check(CheckOutcome {
            name: evil(),
            state: CheckState::Failed,
            cases: 1,
            failed: 1,
            diagnosis: Some(Diagnosis {
                kind: DiagnosisKind::Panic,
                id: Some(evil()),
                message: evil(),
            }),
            numbers: Some(Numbers {
                case: evil(),
                inputs: vec![(evil(), evil())],
                part: evil(),
                rows: vec![NumberRow {
                    element: evil(),
                    yours: evil(),
                    expected: evil(),
                    error: evil(),
                }],
                tolerance: evil(),
                ..Numbers::default()
            }),
        });
        let reports = [
            report(Report::Metric {
                series: evil(),
                step: 1,
                value: 1.0,
            }),
            report(Report::Note(evil())),
            report(Report::Frame(Frame {
                title: evil(),
                step: None,
                drawing: Drawing::Pictures(Pictures(vec![Picture {
                    caption: evil(),
                    right: None,
                    width: 0,
                    pixels: Vec::new(),
                }])),
            })),
        ];
        let all = format!("{judged:?}{reports:?}");
        assert!(
            !all.contains("\\u{1b}") && !all.contains("\\u{202e}"),
            "escapes are left"
        );
        assert!(all.contains("characters more"), "long words are cut");
    }
}
