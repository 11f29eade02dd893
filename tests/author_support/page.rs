//! A page of instructions as steps: what is typed, what it says, what is written.

/// One fenced block of the page.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// Commands, one a line.
    Type(Vec<String>),
    /// What the commands before say, among other things.
    Says(Vec<String>),
    /// A file, whole.
    Write(String, String),
    /// A file in which lines are replaced: the ones that go, the ones that come.
    Edit(String, String, String),
}

/// The steps of the section with this heading.
pub fn steps(page: &str, heading: &str) -> Vec<Step> {
    let heading = format!("## {heading}");
    let mut lines = page.lines().skip_while(|line| *line != heading);
    assert!(lines.next().is_some(), "no {heading:?}");
    let mut steps = Vec::new();
    let mut paragraph = String::new();
    let mut file = None;
    while let Some(line) = lines.next() {
        if line.starts_with("## ") {
            break;
        }
        let Some(language) = line.strip_prefix("```") else {
            if line.is_empty() {
                paragraph.clear();
            }
            paragraph.push_str(line);
            paragraph.push(' ');
            file = last_file(&paragraph).or(file);
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let file = || file.clone().expect("a file is named before the block");
        let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        steps.push(match language {
            "sh" => Step::Type(owned(&block)),
            "text" => Step::Says(owned(&block)),
            "rust" | "toml" => Step::Write(file(), block.join("\n") + "\n"),
            "diff" => Step::Edit(file(), marked(&block, '-'), marked(&block, '+')),
            other => panic!("what is a block of {other:?}?"),
        });
    }
    steps
}

/// The last path between backticks in a paragraph.
fn last_file(paragraph: &str) -> Option<String> {
    let code = paragraph.split('`').skip(1).step_by(2);
    let files = code.filter(|code| code.ends_with(".rs") || code.ends_with(".toml"));
    files.last().map(str::to_owned)
}

/// The lines with this mark, without it.
fn marked(block: &[&str], mark: char) -> String {
    let lines = block.iter().filter_map(|line| line.strip_prefix(mark));
    lines.map(|line| format!("{line}\n")).collect()
}
