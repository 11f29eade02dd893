// right: looks for the lowest rank among all neighbours, again and again, as the first form of the rule says; decodes recursively
use std::collections::HashMap;

pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut ranks = HashMap::new();
    for (rank, pair) in merges.iter().enumerate() {
        ranks.entry((pair[0], pair[1])).or_insert(rank);
    }
    let mut tokens: Vec<usize> = text.iter().map(|&byte| byte as usize).collect();
    loop {
        let lowest = tokens
            .windows(2)
            .filter_map(|two| ranks.get(&(two[0], two[1])))
            .min();
        let Some(&rank) = lowest else {
            return tokens;
        };
        let mut at = 0;
        while at + 1 < tokens.len() {
            if tokens[at] == merges[rank][0] && tokens[at + 1] == merges[rank][1] {
                tokens[at] = 256 + rank;
                tokens.remove(at + 1);
            }
            at += 1;
        }
    }
}

pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for token in tokens {
        write(token, &merges, &mut bytes);
    }
    bytes
}

fn write(token: usize, merges: &[Vec<usize>], bytes: &mut Vec<u8>) {
    if token < 256 {
        bytes.push(token as u8);
    } else {
        let pair = &merges[token - 256];
        write(pair[0], merges, bytes);
        write(pair[1], merges, bytes);
    }
}

// right: merges in place with a place to read and a place to write; decodes with a stack
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens = Vec::with_capacity(text.len());
    for byte in text {
        tokens.push(usize::from(byte));
    }
    for rank in 0..merges.len() {
        let (left, right) = (merges[rank][0], merges[rank][1]);
        let (mut read, mut write) = (0, 0);
        while read < tokens.len() {
            let fits = tokens[read] == left && tokens.get(read + 1) == Some(&right);
            tokens[write] = if fits { 256 + rank } else { tokens[read] };
            read += if fits { 2 } else { 1 };
            write += 1;
        }
        tokens.truncate(write);
    }
    tokens
}

pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut stack: Vec<usize> = tokens.into_iter().rev().collect();
    while let Some(token) = stack.pop() {
        match u8::try_from(token) {
            Ok(byte) => bytes.push(byte),
            Err(_) => {
                let pair = &merges[token - 256];
                stack.push(pair[1]);
                stack.push(pair[0]);
            }
        }
    }
    bytes
}

// right: a fold over the merges with a peekable iterator; decodes by undoing the merges from the last to the first
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let bytes: Vec<usize> = text.into_iter().map(|byte| byte.into()).collect();
    merges.iter().enumerate().fold(bytes, |tokens, (rank, pair)| {
        let mut rest = tokens.into_iter().peekable();
        let mut next = Vec::new();
        while let Some(token) = rest.next() {
            if token == pair[0] && rest.next_if_eq(&pair[1]).is_some() {
                next.push(256 + rank);
            } else {
                next.push(token);
            }
        }
        next
    })
}

pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut tokens = tokens;
    for (rank, pair) in merges.iter().enumerate().rev() {
        let mut longer = Vec::new();
        for token in tokens {
            if token == 256 + rank {
                longer.extend_from_slice(pair);
            } else {
                longer.push(token);
            }
        }
        tokens = longer;
    }
    tokens.iter().map(|&token| token as u8).collect()
}

// wrong, mistake:from the right: Each pass goes from right to left, so of overlapping pairs the right one is merged first
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = text.into_iter().map(usize::from).collect();
    for (rank, pair) in merges.into_iter().enumerate() {
        let mut merged = Vec::new();
        while let Some(last) = tokens.pop() {
            if last == pair[1] && tokens.last() == Some(&pair[0]) {
                tokens.pop();
                merged.push(256 + rank);
            } else {
                merged.push(last);
            }
        }
        merged.reverse();
        tokens = merged;
    }
    tokens
}

pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut pieces: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    for pair in merges {
        let (left, right) = (pieces[pair[0]].clone(), pieces[pair[1]].clone());
        pieces.push([left, right].concat());
    }
    tokens.into_iter().flat_map(|token| pieces[token].clone()).collect()
}

// wrong, mistake:first occurrence: Each pair is merged only where it stands first in the text
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = text.into_iter().map(usize::from).collect();
    for (rank, pair) in merges.into_iter().enumerate() {
        if let Some(at) = tokens.windows(2).position(|two| two == pair) {
            tokens[at] = 256 + rank;
            tokens.remove(at + 1);
        }
    }
    tokens
}

pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut pieces: Vec<Vec<u8>> = (0..=255).map(|byte| vec![byte]).collect();
    for pair in merges {
        let (left, right) = (pieces[pair[0]].clone(), pieces[pair[1]].clone());
        pieces.push([left, right].concat());
    }
    tokens.into_iter().flat_map(|token| pieces[token].clone()).collect()
}

// wrong, panic: The list of pieces begins with 255 bytes, so every merged token stands one place too early
pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut pieces: Vec<Vec<u8>> = (0..255).map(|byte| vec![byte]).collect();
    for pair in merges {
        let (left, right) = (pieces[pair[0]].clone(), pieces[pair[1]].clone());
        pieces.push([left, right].concat());
    }
    tokens.into_iter().flat_map(|token| pieces[token].clone()).collect()
}

// wrong, mistake:left to right: a stack: merged as soon as two neighbours are a pair
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = Vec::new();
    for byte in text {
        tokens.push(usize::from(byte));
        while tokens.len() > 1 {
            let rank = merges.iter().position(|pair| tokens.ends_with(pair));
            let Some(rank) = rank else { break };
            tokens.truncate(tokens.len() - 2);
            tokens.push(256 + rank);
        }
    }
    tokens
}

// wrong, mistake:most frequent first: the most frequent pair of the text is merged first
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = text.into_iter().map(usize::from).collect();
    loop {
        let count = |pair: &Vec<usize>| tokens.windows(2).filter(|two| *two == &pair[..]).count();
        let best = (0..merges.len()).rev().max_by_key(|&rank| count(&merges[rank]));
        let Some(rank) = best.filter(|&rank| count(&merges[rank]) > 0) else { return tokens };
        let mut new = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at..].starts_with(&merges[rank]) {
                new.push(256 + rank);
                at += 2;
            } else {
                new.push(tokens[at]);
                at += 1;
            }
        }
        tokens = new;
    }
}

// wrong, sequence: two equal tokens never merge
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = text.into_iter().map(usize::from).collect();
    for (rank, pair) in merges.into_iter().enumerate() {
        let mut new = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at..].starts_with(&pair) && pair[0] != pair[1] {
                new.push(256 + rank);
                at += 2;
            } else {
                new.push(tokens[at]);
                at += 1;
            }
        }
        tokens = new;
    }
    tokens
}

// wrong, mistake:bytes as characters: each byte becomes a character of a String
pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut known: Vec<String> = (0..=255_u8).map(|byte| (byte as char).to_string()).collect();
    for pair in merges {
        known.push(known[pair[0]].clone() + &known[pair[1]]);
    }
    tokens.into_iter().map(|token| known[token].clone()).collect::<String>().into_bytes()
}

// wrong, mistake:one level: the halves of a merge are written down as bytes
pub fn decode(tokens: Vec<usize>, merges: Vec<Vec<usize>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for token in tokens {
        if token < 256 {
            bytes.push(token as u8);
        } else {
            bytes.extend(merges[token - 256].iter().map(|&half| half as u8));
        }
    }
    bytes
}

// wrong, mistake:order of the pair, in one pass: a pair is merged whichever way round it stands
pub fn encode(text: Vec<u8>, merges: Vec<Vec<usize>>) -> Vec<usize> {
    let mut tokens: Vec<usize> = text.into_iter().map(usize::from).collect();
    for (rank, pair) in merges.iter().enumerate() {
        let mut at = 0;
        while at + 1 < tokens.len() {
            if pair.contains(&tokens[at]) && pair.contains(&tokens[at + 1]) && (tokens[at] != tokens[at + 1] || pair[0] == pair[1]) {
                tokens[at] = 256 + rank;
                tokens.remove(at + 1);
            }
            at += 1;
        }
    }
    tokens
}
