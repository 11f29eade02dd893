//! JUnit XML: a suite for each submission, a case for each check.

use std::fmt::Write;

use super::report::{Report, Row};

/// The file.
pub fn written(reports: &[Report<'_>]) -> String {
    let cases = reports.iter().map(|it| it.rows().count()).sum::<usize>();
    let failed = |report: &Report<'_>| report.rows().filter(|row| !row.passed()).count();
    let failures = reports.iter().map(failed).sum::<usize>();
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    // A string takes everything.
    let _ = writeln!(
        xml,
        "<testsuites name=\"gradlings\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\">"
    );
    for report in reports {
        let _ = writeln!(
            xml,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" disabled=\"0\" time=\"{:.3}\">",
            escaped(report.submission),
            report.rows().count(),
            failed(report),
            report.seconds,
        );
        for row in report.rows() {
            case(&mut xml, &row);
        }
        xml.push_str("  </testsuite>\n");
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn case(xml: &mut String, row: &Row<'_>) {
    let name = row.check.map_or(&row.line.exercise, |check| &check.name);
    let place = format!("{}.{}", row.line.chapter, row.line.exercise);
    let (name, place) = (escaped(name), escaped(&place));
    // A string takes everything.
    let _ = match row.passed() {
        true => writeln!(xml, "    <testcase name=\"{name}\" classname=\"{place}\"/>"),
        false => writeln!(
            xml,
            "    <testcase name=\"{name}\" classname=\"{place}\">\n      \
             <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>",
            escaped(row.state()),
            escaped(row.said().lines().next().unwrap_or_default()),
            escaped(&row.said()),
        ),
    };
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
