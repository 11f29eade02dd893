//! Chooses among too many: as large a share of every class, evenly among its own.

/// How many of each class are taken, so that all of them are no more than `most`: all, where they are few enough. No class
/// gives fewer than `fewest`, if it has as many.
pub(super) fn shares(counts: &[usize], most: usize, fewest: usize) -> Vec<usize> {
    let all: usize = counts.iter().sum();
    if all <= most {
        return counts.to_vec();
    }
    let share = |&count: &usize| (count * most / all).max(fewest.min(count));
    counts.iter().map(share).collect()
}

/// Whether the element at this place is taken, where `share` of `count` are.
pub(super) fn is_taken(place: usize, share: usize, count: usize) -> bool {
    // As often as the whole part of the product grows, which is `share` times in all.
    count > 0 && (place + 1) * share / count > place * share / count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_gives_the_same_share() {
        let table: [(&[usize], usize, &[usize]); 5] = [
            (&[10, 20], 100, &[10, 20]),
            (&[50_000, 50_000], 20_000, &[10_000, 10_000]),
            (&[90_000, 10_000], 20_000, &[18_000, 2_000]),
            (&[99_990, 10], 20_000, &[19_998, 5]),
            (&[], 10, &[]),
        ];
        for (counts, most, right) in table {
            assert_eq!(shares(counts, most, 5), right, "{counts:?}");
        }
    }

    #[test]
    fn what_is_taken_lies_evenly() {
        let table = [(10, 10), (10, 5), (7, 3), (100_000, 20_000), (5, 0)];
        for (count, share) in table {
            let taken = (0..count).filter(|&place| is_taken(place, share, count));
            let taken = Vec::from_iter(taken);
            assert_eq!(taken.len(), share, "{share} of {count}");
            let gaps = taken.windows(2).map(|pair| pair[1] - pair[0]);
            let (least, most) = (gaps.clone().min().unwrap_or(1), gaps.max().unwrap_or(1));
            assert!(most - least <= 1, "{share} of {count}: {taken:?}");
        }
    }
}
