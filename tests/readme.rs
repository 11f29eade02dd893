//! README.md and README.zh-CN.md hold the same in two languages: sections, commands, pictures and numbers.
#![cfg(feature = "runner")]

#[path = "readme_support/chinese.rs"]
mod chinese;
#[path = "readme_support/sections.rs"]
mod sections;

use chinese::faults;
use sections::differences;

const ENGLISH: &str = include_str!("../README.md");
const CHINESE: &str = include_str!("../README.zh-CN.md");

#[test]
fn both_have_the_same_sections_commands_pictures_and_numbers() {
    let found = differences(ENGLISH, CHINESE);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_names_the_other_in_its_first_lines() {
    for (page, link) in [
        (ENGLISH, "[简体中文](README.zh-CN.md)"),
        (CHINESE, "[English](README.md)"),
    ] {
        let is_named = page.lines().take(5).any(|line| line == link);
        assert!(is_named, "{link} is missing");
    }
}

#[test]
fn the_chinese_is_set_as_chinese() {
    let found = faults(CHINESE);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

const PAGE: &str = "# gradlings

From Rust 1.95 on. See [LICENSE](LICENSE).

    cargo run         # opens the course
    gradlings list    every exercise; `list --json` for a script

## Speed

![The map](map.png)

| what | time |
|---|---|
| `mse` | 219 ms |
| `l2` | 12 ms |

- One.
- Two.
";

const PAGE_IN_CHINESE: &str = "# gradlings

需要 Rust 1.95 或更高版本。见 [LICENSE](LICENSE)。

    cargo run         # 打开课程
    gradlings list    列出全部练习；`list --json` 供脚本使用

## 速度

![课程地图](map.png)

| 项目 | 时间 |
|---|---|
| `mse` | 219 ms |
| `l2` | 12 ms |

- 其一。
- 其二。
";

#[test]
fn whatever_one_of_them_alone_has_is_told() {
    assert_eq!(differences(PAGE, PAGE_IN_CHINESE), [""; 0]);
    for (there, instead, told) in [
        (
            "## 速度",
            "### 速度",
            "`速度`: a heading of level 3 is too much",
        ),
        ("## 速度\n", "\n", "1 sections, not 2"),
        (
            "cargo run ",
            "cargo test ",
            "`gradlings`: the command `cargo run` is missing",
        ),
        (
            "    cargo run         # 打开课程\n",
            "",
            "`gradlings`: the command `cargo run` is missing",
        ),
        (
            "list --json",
            "list",
            "`gradlings`: the code `list --json` is missing",
        ),
        (
            "    cargo",
            "cargo",
            "`gradlings`: a block of code is missing",
        ),
        ("1.95", "1.96", "`gradlings`: the number 1.95 is missing"),
        (
            "(LICENSE)",
            "(README.md)",
            "`gradlings`: the link to LICENSE is missing",
        ),
        (
            "版本。",
            "版本。\n\n",
            "`gradlings`: a paragraph is too much",
        ),
        (
            "map.png",
            "line.png",
            "`速度`: the picture map.png is missing",
        ),
        (
            "219",
            "291",
            "`速度`: row 1 of table 1: the number 219 is missing",
        ),
        (
            "12 ms",
            "",
            "`速度`: row 2 of table 1: the number 12 is missing",
        ),
        (
            "`l2`",
            "`l1`",
            "`速度`: row 2 of table 1: the code `l2` is missing",
        ),
        (
            "| `l2` | 12 ms |\n",
            "",
            "`速度`: row 2 of table 1: the row is missing",
        ),
        (
            "|---|---|",
            "|---|",
            "`速度`: a table of 2 columns is missing",
        ),
        ("- 其二。\n", "", "`速度`: an item of a list is missing"),
    ] {
        assert!(
            PAGE_IN_CHINESE.contains(there),
            "{there:?} is not in the page"
        );
        let changed = PAGE_IN_CHINESE.replacen(there, instead, 1);
        let found = differences(PAGE, &changed);
        assert!(
            found.iter().any(|it| it == told),
            "{there:?} became {instead:?}: {found:#?}"
        );
    }
}

#[test]
fn what_is_not_set_as_chinese_is_told() {
    for (page, told) in [
        ("用 `cargo run` 打开，共 5 步（每步 1 s）。", ""),
        ("只支持\n`f32`，\n不支持其他", ""),
        ("    cargo run  # 用cargo打开", ""),
        ("**结束。** 继续", ""),
        ("用cargo 打开", "1: no space in `用c`"),
        ("一\n\n共 5步", "3: no space in `5步`"),
        ("用`f32`", "1: no space in `用``"),
        ("训练,检查", "1: half-width `,`"),
        ("训练(慢)", "1: half-width `(`"),
        ("训练 （慢）", "1: a space beside `（`"),
        ("训练\n检查", "2: a line begins inside `练检`"),
        ("**结束。**继续", "1: the stars of bold text are shown"),
    ] {
        let found = faults(page);
        match told {
            "" => assert_eq!(found, [""; 0], "{page:?}"),
            told => assert!(found.iter().any(|it| it == told), "{page:?}: {found:?}"),
        }
    }
}
