//! JUnit XML: a suite for each submission, a case for each check.

use std::fmt::Write;

use super::report::{Report, Row};

/// The file.
pub fn written(reports: &[Report<'_>]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let sum = |count: fn(&Report<'_>) -> usize| reports.iter().map(count).sum::<usize>();
    let counted = [
        ("name", "gradlings".to_owned()),
        ("tests", sum(cases).to_string()),
        ("failures", sum(failures).to_string()),
        ("errors", "0".to_owned()),
    ];
    open(&mut xml, "testsuites", &counted);
    for report in reports {
        let counted = [
            ("name", report.submission.to_owned()),
            ("tests", cases(report).to_string()),
            ("failures", failures(report).to_string()),
            ("errors", "0".to_owned()),
            ("time", format!("{:.3}", report.seconds)),
        ];
        open(&mut xml, "testsuite", &counted);
        for row in report.rows() {
            case(&mut xml, &row);
        }
        close(&mut xml, "testsuite");
    }
    close(&mut xml, "testsuites");
    xml
}

fn cases(report: &Report<'_>) -> usize {
    report.rows().count()
}

fn failures(report: &Report<'_>) -> usize {
    report.rows().filter(|row| !row.passed()).count()
}

fn case(xml: &mut String, row: &Row<'_>) {
    let name = row.check.map_or(&row.line.exercise, |check| &check.name);
    let place = format!("{}.{}", row.line.chapter, row.line.exercise);
    let about = [("name", name.clone()), ("classname", place)];
    open(xml, "testcase", &about);
    if !row.passed() {
        let said = row.said();
        let first = said.lines().next().unwrap_or_default().to_owned();
        let why = [("type", row.state().to_owned()), ("message", first)];
        open(xml, "failure", &why);
        xml.push_str(&escaped(&said));
        close(xml, "failure");
    }
    close(xml, "testcase");
}

fn open(xml: &mut String, tag: &str, attributes: &[(&str, String)]) {
    // A string takes everything.
    let _ = write!(xml, "<{tag}");
    for (name, value) in attributes {
        let _ = write!(xml, " {name}=\"{}\"", escaped(value));
    }
    xml.push('>');
}

fn close(xml: &mut String, tag: &str) {
    // A string takes everything.
    let _ = writeln!(xml, "</{tag}>");
}

/// A text as it stands in XML, without the characters that no XML may have.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' | '\t' => escaped.push(letter),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}
