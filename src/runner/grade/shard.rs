//! One part of the work, on one of several machines: which part a piece of work belongs to follows from its content.

use crate::runner::problem::Problem;
use crate::runner::words::plain::grade as words;

/// One part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which one, from 1.
    pub part: usize,
    /// How many there are.
    pub of: usize,
}

impl Shard {
    /// A part as it is written: `2/4`.
    pub fn parse(text: &str) -> Result<Shard, String> {
        let read = || {
            let (part, of) = text.split_once('/')?;
            let (part, of) = (part.parse().ok()?, of.parse().ok()?);
            (1..=of).contains(&part).then_some(Shard { part, of })
        };
        read().ok_or_else(|| words::no_part(text))
    }

    /// The part that whoever started this program among others has chosen for it.
    pub fn of_environment(
        of: usize,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Shard, Problem> {
        let number = |name: &str| variable(name)?.trim().parse::<usize>().ok();
        // An array of Slurm may begin anywhere, most begin at 0 or 1.
        let first = number("SLURM_ARRAY_TASK_MIN").unwrap_or(0);
        let slurm = number("SLURM_ARRAY_TASK_ID").and_then(|number| number.checked_sub(first));
        let before = slurm.or_else(|| number("JOB_COMPLETION_INDEX"));
        match before.filter(|before| *before < of) {
            Some(before) => Ok(Shard {
                part: before + 1,
                of,
            }),
            None => Err(Problem::new(words::no_number(), words::say_the_part())),
        }
    }

    /// Whether the piece of work of this name belongs to it.
    pub fn holds(self, key: &str) -> bool {
        // A fingerprint begins with hexadecimal digits; what is none belongs to the first part.
        let digits = key.get(..15).unwrap_or_default();
        let number = usize::from_str_radix(digits, 16).unwrap_or(0);
        number % self.of == self.part - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_read_as_it_is_typed_or_from_what_started_the_program() {
        for (text, expected) in [
            ("1/1", Some((1, 1))),
            ("2/4", Some((2, 4))),
            ("4/4", Some((4, 4))),
        ] {
            let read = Shard::parse(text).ok().map(|it| (it.part, it.of));
            assert_eq!(read, expected, "{text}");
        }
        for text in ["0/4", "5/4", "1/0", "1", "a/b", "1/4/2", "-1/4", ""] {
            assert!(Shard::parse(text).is_err(), "{text}");
        }
        type Row<'a> = (&'a [(&'a str, &'a str)], Option<usize>);
        let table: [Row<'_>; 7] = [
            (
                &[("SLURM_ARRAY_TASK_ID", "0"), ("SLURM_ARRAY_TASK_MIN", "0")],
                Some(1),
            ),
            (
                &[("SLURM_ARRAY_TASK_ID", "4"), ("SLURM_ARRAY_TASK_MIN", "1")],
                Some(4),
            ),
            (
                &[("SLURM_ARRAY_TASK_ID", "5"), ("SLURM_ARRAY_TASK_MIN", "1")],
                None,
            ),
            (&[("JOB_COMPLETION_INDEX", "3")], Some(4)),
            (&[("JOB_COMPLETION_INDEX", "4")], None),
            (&[("JOB_COMPLETION_INDEX", "x")], None),
            (&[], None),
        ];
        for (variables, expected) in table {
            let variable = |name: &str| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            let shard = Shard::of_environment(4, variable).ok();
            assert_eq!(shard.map(|it| it.part), expected, "{variables:?}");
        }
    }

    #[test]
    fn every_piece_of_work_belongs_to_one_part() {
        for number in 0..200u64 {
            let key = format!(
                "{:032x}",
                u128::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
            );
            let parts = (1..=7).filter(|part| Shard { part: *part, of: 7 }.holds(&key));
            assert_eq!(parts.count(), 1, "{key}");
        }
    }
}
