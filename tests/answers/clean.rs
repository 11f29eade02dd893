// right: matches in place of `?`, and a set of rings
pub fn number(cell: String) -> Option<f32> {
    let text = cell.trim().replace(',', ".");
    let mut parts = text.split_whitespace();
    let value = match parts.next() {
        Some(word) => match word.parse::<f32>() {
            Ok(value) if !value.is_nan() => value,
            _ => return None,
        },
        None => return None,
    };
    match parts.next() {
        Some("cm") => Some(value * 10.0),
        Some("kg") => Some(value * 1000.0),
        _ => Some(value),
    }
}

pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut seen = std::collections::HashSet::new();
    let mut words = vec![];
    let mut rows = vec![];
    for line in &lines {
        let mut cells = line.split(';').map(|cell| cell.trim().to_string());
        let ring = cells.next().unwrap();
        let measured: Option<Vec<f32>> = cells.map(number).collect();
        let Some(row) = measured else {
            words.push("gap".to_string());
            continue;
        };
        if !(LENGTH.contains(&row[0]) && WEIGHT.contains(&row[1])) {
            words.push("impossible".to_string());
        } else if seen.insert(ring) {
            words.push("kept".to_string());
            rows.push(row);
        } else {
            words.push("duplicate".to_string());
        }
    }
    (words, rows)
}

// right: the unit is cut off the end of the text; one match with guards
pub fn number(cell: String) -> Option<f32> {
    let text = cell.trim().replace(',', ".");
    let (text, factor) = if let Some(rest) = text.strip_suffix("cm") {
        (rest, 10.0)
    } else if let Some(rest) = text.strip_suffix("kg") {
        (rest, 1000.0)
    } else if let Some(rest) = text.strip_suffix("mm") {
        (rest, 1.0)
    } else if let Some(rest) = text.strip_suffix("g") {
        (rest, 1.0)
    } else {
        (text.as_str(), 1.0)
    };
    text.trim()
        .parse::<f32>()
        .ok()
        .filter(|x| !x.is_nan())
        .map(|x| x * factor)
}

pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut rings: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    let words = lines
        .iter()
        .map(|line| {
            let cells: Vec<String> = line.split(';').map(|c| c.trim().to_owned()).collect();
            let word = match (number(cells[1].clone()), number(cells[2].clone())) {
                (Some(l), Some(w)) if !LENGTH.contains(&l) || !WEIGHT.contains(&w) => "impossible",
                (Some(_), Some(_)) if rings.contains(&cells[0]) => "duplicate",
                (Some(l), Some(w)) => {
                    rings.push(cells[0].clone());
                    rows.push(vec![l, w]);
                    "kept"
                }
                _ => "gap",
            };
            word.to_owned()
        })
        .collect();
    (words, rows)
}

// right: in double precision, with an unknown unit as a gap, and a map of rings
pub fn number(cell: String) -> Option<f32> {
    let text = cell.replace(',', ".");
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return None;
    }
    let factor = match words.get(1).copied().unwrap_or("") {
        "cm" => 10.0_f64,
        "kg" => 1000.0,
        "mm" | "g" | "" => 1.0,
        _ => return None,
    };
    let value: f64 = words[0].parse().ok()?;
    (!value.is_nan()).then_some((value * factor) as f32)
}

pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut first: std::collections::HashMap<String, usize> = Default::default();
    let (mut words, mut rows) = (Vec::new(), Vec::new());
    for (i, line) in lines.iter().enumerate() {
        let cells: Vec<&str> = line.split(';').collect();
        let numbers: Vec<f32> = cells[1..]
            .iter()
            .filter_map(|c| number(c.to_string()))
            .collect();
        let ring = cells[0].trim().to_string();
        words.push(if numbers.len() < 2 {
            "gap".to_string()
        } else if numbers[0] < 10.0
            || numbers[0] > 100.0
            || numbers[1] < 500.0
            || numbers[1] > 10_000.0
        {
            "impossible".to_string()
        } else if first.contains_key(&ring) {
            "duplicate".to_string()
        } else {
            first.insert(ring, i);
            rows.push(numbers);
            "kept".to_string()
        });
    }
    (words, rows)
}

// wrong, mistake:NaN in large letters only: the word is compared with `NaN`
pub fn number(cell: String) -> Option<f32> {
    let text = cell.replace(',', ".");
    let mut words = text.split_whitespace();
    let word = words.next()?;
    if word == "NaN" {
        return None;
    }
    let number: f32 = word.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    Some(number * factor)
}

// wrong, mistake:zero for a word: 0 where a word cannot be read
pub fn number(cell: String) -> Option<f32> {
    let text = cell.replace(',', ".");
    let mut words = text.split_whitespace();
    let number: f32 = words.next()?.parse().unwrap_or(0.0);
    if number.is_nan() {
        return None;
    }
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    Some(number * factor)
}

// wrong, mistake:impossible lines count: the ring of an impossible line is remembered
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut rings = Vec::new();
    let mut words = Vec::new();
    let mut rows = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let length = number(cells[1].to_owned());
        let weight = number(cells[2].to_owned());
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                rings.push(ring);
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:spaces in front are gaps: cut at each space, so that the first piece of a cell is empty
pub fn number(cell: String) -> Option<f32> {
    let text = cell.replace(',', ".");
    let mut words = text.split(' ');
    let number: f32 = words.next()?.parse().ok()?;
    if number.is_nan() {
        return None;
    }
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    Some(number * factor)
}

// wrong, mistake:zero for an unknown word: `NA` and `?` are gaps, and any other word is 0
pub fn number(cell: String) -> Option<f32> {
    let text = cell.replace(',', ".");
    let mut words = text.split_whitespace();
    let word = words.next()?;
    if word == "NA" || word == "?" {
        return None;
    }
    let number: f32 = word.parse().unwrap_or(0.0);
    if number.is_nan() {
        return None;
    }
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    Some(number * factor)
}

// right: the unit is cut off the end of the text
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.trim().replace(',', ".");
    let units = [("mm", 1.0), ("cm", 10.0), ("kg", 1000.0), ("g", 1.0)];
    let (text, factor) = units
        .iter()
        .find_map(|(unit, factor)| Some((cell.strip_suffix(unit)?, *factor)))
        .unwrap_or((&cell, 1.0));
    let number = text.trim().parse::<f32>().ok()?;
    if number.is_nan() {
        None
    } else {
        Some(number * factor)
    }
}

// right: the word of a line comes from a function, and the kept rings from a set
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let mut seen = std::collections::HashSet::new();
    let mut rows = vec![];
    let words = lines
        .iter()
        .map(|line| {
            let mut cells = line.splitn(3, ';').map(str::trim);
            let ring = cells.next().unwrap_or_default();
            let numbers: Option<Vec<f32>> = cells.map(|cell| number(cell.to_string())).collect();
            match numbers {
                None => "gap",
                Some(row) if !fits(&row) => "impossible",
                Some(row) => match seen.insert(ring) {
                    true => {
                        rows.push(row);
                        "kept"
                    }
                    false => "duplicate",
                },
            }
            .to_string()
        })
        .collect();
    (words, rows)
}

fn fits(row: &[f32]) -> bool {
    (10.0..=100.0).contains(&row[0]) && row[1] >= 500.0 && row[1] <= 10_000.0
}

// right: in f64, with a filter for what is not a number
pub fn number(cell: String) -> Option<f32> {
    let point: String = cell
        .chars()
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    let parts: Vec<&str> = point.split(' ').filter(|part| !part.is_empty()).collect();
    let factor = match parts.last().copied() {
        Some("cm") => 10.0,
        Some("kg") => 1_000.0,
        _ => 1.0,
    };
    let number = parts.first()?.parse::<f64>().ok();
    number
        .filter(|it| !it.is_nan())
        .map(|it| (it * factor) as f32)
}

// wrong, mistake:zero for a word: a gap becomes 0
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().unwrap_or(0.0);
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:NaN is a number: NaN is let through
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    Some(number * factor)
}

// wrong, mistake:commas are gaps: the comma is not read
pub fn number(cell: String) -> Option<f32> {
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:comma taken out: the comma is taken out
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', "");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:centimetres divided: centimetres are divided by 10
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 0.1,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:centimetres only: kilograms are not known
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:a hundred for kilograms: kilograms count 100
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 100.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:cells without a unit are gaps: a number without a unit is a gap
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split_whitespace();
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        Some("mm" | "g") => 1.0,
        _ => return None,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:spaces in front are gaps: a cell with a space in front is a gap
pub fn number(cell: String) -> Option<f32> {
    let cell = cell.replace(',', ".");
    let mut words = cell.split(' ');
    let number: f32 = words.next()?.parse().ok()?;
    let factor = match words.next() {
        Some("cm") => 10.0,
        Some("kg") => 1000.0,
        _ => 1.0,
    };
    (!number.is_nan()).then_some(number * factor)
}

// wrong, mistake:ends are impossible: the ends of the ranges are impossible
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if length <= 10.0 || length >= 100.0 || weight <= 500.0 || weight >= 10_000.0 {
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:both impossible: impossible only if both are
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) && !WEIGHT.contains(&weight) {
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:dropped lines count: a ring counts from its first line, kept or not
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let known = rings.contains(&ring);
        rings.push(ring);
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else if known {
                "duplicate"
            } else {
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:duplicates before impossible: duplicates are looked for before what is impossible
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if rings.contains(&ring) {
                "duplicate"
            } else if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:duplicates kept: duplicates are kept
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:spaces belong to the ring: the ring is not trimmed
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:exchanged: the weight stands first in a row
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![weight, length]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:gap in the length only: only a gap in the length is a gap
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), weight) = (length, weight.unwrap_or(0.0)) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, property: all rows are kept that have no gap
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            rows.push(vec![length, weight]);
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else if rings.contains(&ring) {
                "duplicate"
            } else {
                rings.push(ring);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}

// wrong, mistake:rows of duplicates: the later line of a ring is kept
pub fn clean(lines: Vec<String>) -> (Vec<String>, Vec<Vec<f32>>) {
    let (mut words, mut rows, mut rings) = (vec![], vec![], vec![]);
    for line in lines {
        let cells: Vec<&str> = line.split(';').collect();
        let ring = cells[0].trim().to_owned();
        let (length, weight) = (number(cells[1].to_owned()), number(cells[2].to_owned()));
        let word = if let (Some(length), Some(weight)) = (length, weight) {
            if !LENGTH.contains(&length) || !WEIGHT.contains(&weight) {
                "impossible"
            } else if rings.contains(&ring) {
                rows.push(vec![length, weight]);
                "duplicate"
            } else {
                rings.push(ring);
                rows.push(vec![length, weight]);
                "kept"
            }
        } else {
            "gap"
        };
        words.push(word.to_owned());
    }
    (words, rows)
}
