//! Which series share a chart. It follows from what the check declares of them. What nobody declared, a show for one, says by
//! itself which of its series are one quantity in several runs: `loss, rate 0.2` and `loss, rate 0.5`.

use crate::comparator::Trend;
use crate::sheet::CurvePart;

/// What the series of a chart have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// They are declared to go this way where all is well.
    Goes(Trend),
    /// They are shares, from 0 to 1; the first of them goes this way.
    Share(Trend),
    /// Nothing is declared of it.
    Undeclared,
}

impl Topic {
    /// Whether it may be looked at on a logarithmic axis: what falls, or what nobody knows.
    pub fn takes_logarithms(self) -> bool {
        matches!(self, Topic::Goes(Trend::Falls) | Topic::Undeclared)
    }
}

/// The series of one chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub topic: Topic,
    /// Which of the series that are there, in their order.
    pub series: Vec<usize>,
}

/// The quantity of a series: what stands before the comma, where a run is named behind it.
pub fn quantity(series: &str) -> &str {
    series
        .split_once(", ")
        .map_or(series, |(quantity, _)| quantity)
}

/// The charts of these series, in the order in which they are declared; what is not declared comes after that, each
/// [`quantity`] on its own.
///
/// Shares have one chart. What is held out stands beside the series before it that goes the same way: the loss on what is
/// held out beside the loss.
pub fn groups(names: &[&str], declared: &[CurvePart]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let reported = declared.iter().filter_map(|part| {
        let at = names.iter().position(|name| *name == part.series)?;
        Some((at, part))
    });
    for (at, part) in reported {
        let trend = part.comparator.trend();
        let shares = |group: &&mut Group| matches!(group.topic, Topic::Share(_));
        let same_way = |group: &&mut Group| group.topic == Topic::Goes(trend);
        let (known, topic) = match (part.is_share, part.is_held_out) {
            (true, _) => (groups.iter_mut().find(shares), Topic::Share(trend)),
            (false, true) => (groups.iter_mut().rfind(same_way), Topic::Goes(trend)),
            (false, false) => (None, Topic::Goes(trend)),
        };
        match known {
            Some(group) => group.series.push(at),
            None => groups.push(Group {
                topic,
                series: vec![at],
            }),
        }
    }
    for group in &mut groups {
        group.series.sort_unstable();
    }
    let undeclared = names.iter().enumerate();
    let undeclared = undeclared.filter(|(_, name)| declared.iter().all(|it| it.series != **name));
    for (at, name) in undeclared {
        let same = |group: &&mut Group| {
            let first = group.series.first().and_then(|at| names.get(*at));
            first.is_some_and(|first| quantity(first) == quantity(name))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.series.push(at),
            None => groups.push(Group {
                topic: Topic::Undeclared,
                series: vec![at],
            }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparator::CurveComparator::{self, Falls, Reported, Rises};

    fn part(
        series: &str,
        comparator: CurveComparator,
        is_share: bool,
        is_held_out: bool,
    ) -> CurvePart {
        CurvePart {
            series: series.to_owned(),
            comparator,
            is_share,
            is_held_out,
            is_optional: true,
            is_setting: false,
        }
    }

    #[test]
    fn the_charts_follow_from_what_is_declared_and_never_from_the_names() {
        let declared = [
            part("surprise", Falls, false, false),
            part("surprise on what is new", Falls, false, true),
            part("hits", Rises, true, false),
            part("reward", Rises, false, false),
            part("hits on what is new", Rises, true, true),
            part("misses", Falls, true, true),
            part("rate", Reported, false, false),
            part("temperature", Falls, false, false),
            part("reward on what is new", Rises, false, true),
        ];
        // What was reported, in its order, and what stands together.
        let table: [(&[&str], &[&[&str]]); 6] = [
            (&[], &[]),
            (&["surprise"], &[&["surprise"]]),
            (
                &["loss", "accuracy", "val_loss"],
                &[&["loss"], &["accuracy"], &["val_loss"]],
            ),
            (
                &["surprise on what is new", "surprise"],
                &[&["surprise on what is new", "surprise"]],
            ),
            (
                &["hits on what is new", "extra", "misses", "hits"],
                &[&["hits on what is new", "misses", "hits"], &["extra"]],
            ),
            (
                &[
                    "temperature",
                    "rate",
                    "reward on what is new",
                    "reward",
                    "surprise",
                ],
                &[
                    &["surprise"],
                    &["reward on what is new", "reward"],
                    &["rate"],
                    &["temperature"],
                ],
            ),
        ];
        for (names, expected) in table {
            let found = groups(names, &declared);
            let found: Vec<Vec<&str>> = found
                .iter()
                .map(|group| group.series.iter().map(|at| names[*at]).collect())
                .collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn one_quantity_in_several_runs_has_one_chart() {
        let declared = [part("loss", Falls, false, false)];
        let table: [(&[&str], &[&[&str]]); 3] = [
            (
                &["cost, rate 0.02", "norm", "cost, rate 0.2"],
                &[&["cost, rate 0.02", "cost, rate 0.2"], &["norm"]],
            ),
            (&["loss, mended", "loss"], &[&["loss", "loss, mended"]]),
            (
                &["loss of a", "loss of b"],
                &[&["loss of a"], &["loss of b"]],
            ),
        ];
        for (names, expected) in table {
            let found = groups(names, &declared);
            let found: Vec<Vec<&str>> = found
                .iter()
                .map(|group| group.series.iter().map(|at| names[*at]).collect())
                .collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_falls_and_what_nobody_knows_may_be_drawn_with_logarithms() {
        let declared = [part("a", Falls, false, false), part("b", Falls, true, true)];
        let found = groups(&["a", "b", "c"], &declared);
        let takes: Vec<bool> = found.iter().map(|it| it.topic.takes_logarithms()).collect();
        assert_eq!(takes, [true, false, true]);
    }
}
