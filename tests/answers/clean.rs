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
