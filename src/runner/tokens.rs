//! The tokens of a Rust text with their places, which bracket belongs to which, and its functions.
//!
//! Code is taken for formatted, so white space says what would need a parser otherwise: a `<` that touches the word
//! before it opens a list of types, and one with a space on either side compares.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A name, a keyword, a lifetime, or the number of a field.
    Word,
    /// A literal number.
    Number,
    /// A string or a character.
    Text,
    /// Anything else.
    Sign,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    /// Its letters.
    pub text: &'a str,
    /// The byte at which it begins.
    pub begin: usize,
    /// What it is.
    pub kind: TokenKind,
}

impl Token<'_> {
    /// The byte behind it.
    pub fn end(&self) -> usize {
        self.begin + self.text.len()
    }
}

/// A text as tokens. Comments and white space are none.
pub struct Code<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: Vec<Token<'a>>,
    /// For a bracket the number of the other one; of a list of types, `<` and `>` are brackets too.
    partners: Vec<Option<usize>>,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function<'a> {
    /// Its name.
    pub name: &'a str,
    /// The tokens between the parentheses behind its name.
    pub parameters: Range<usize>,
    /// Those of its body, without the braces.
    pub body: Range<usize>,
}

/// Signs of more than one letter, the longer ones first. `>>` is not among them: it may close two lists of types.
const SIGNS: [&str; 23] = [
    "..=", "...", "<<=", ">>=", "..", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "+=",
    "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<",
];

impl<'a> Code<'a> {
    /// Reads a text. What is no Rust gives tokens too: whatever is made of it does not compile.
    pub fn of(text: &'a str) -> Code<'a> {
        let mut tokens: Vec<Token<'a>> = Vec::new();
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            let rest = &text[at..];
            let is_field = tokens.last().is_some_and(|last| last.text == ".");
            let (length, kind) = match letter {
                _ if letter.is_whitespace() => (letter.len_utf8(), None),
                '/' if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), None),
                '/' if rest.starts_with("/*") => (block_comment(rest), None),
                '0'..='9' if is_field => (digits(rest), Some(TokenKind::Word)),
                '0'..='9' => (number(rest), Some(TokenKind::Number)),
                '\'' => quoted_once(rest),
                _ if let Some(length) = string(rest) => (length, Some(TokenKind::Text)),
                _ if is_letter(letter) => (word(rest), Some(TokenKind::Word)),
                _ => {
                    let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
                    let length = sign.map_or(letter.len_utf8(), |sign| sign.len());
                    (length, Some(TokenKind::Sign))
                }
            };
            if let Some(kind) = kind {
                let text = &text[at..at + length];
                tokens.push(Token {
                    text,
                    begin: at,
                    kind,
                });
            }
            at += length;
        }
        let mut code = Code {
            text,
            partners: vec![None; tokens.len()],
            tokens,
        };
        code.pair();
        code
    }

    /// The letters of token `at`; empty behind the last one.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// The letters of the token before `at`.
    pub fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The other bracket, where token `at` is one.
    pub fn partner(&self, at: usize) -> Option<usize> {
        self.partners.get(at).copied().flatten()
    }

    /// Whether token `at` is a bracket that opens something.
    pub fn opens(&self, at: usize) -> bool {
        self.partner(at).is_some_and(|partner| partner > at)
    }

    /// Whether token `at` is a bracket that closes something.
    pub fn closes(&self, at: usize) -> bool {
        self.partner(at).is_some_and(|partner| partner < at)
    }

    /// The token behind `at`, or behind what it opens.
    pub fn next(&self, at: usize) -> usize {
        self.partner(at).filter(|end| *end > at).unwrap_or(at) + 1
    }

    /// The function whose `fn` is token `at`.
    pub fn function(&self, at: usize) -> Option<Function<'a>> {
        // The type `fn(f32)` has no name.
        let is_named = self.word(at) == "fn" && self.tokens.get(at + 1)?.kind == TokenKind::Word;
        let open = self.find(at, &["("]).filter(|_| is_named)?;
        let brace = self.find(open, &["{", ";"])?;
        Some(Function {
            name: self.word(at + 1),
            parameters: open + 1..self.partner(open)?,
            body: brace + 1..self.partner(brace)?,
        })
    }

    /// The first of these behind `at`, not looking into brackets that open there.
    pub fn find(&self, mut at: usize, words: &[&str]) -> Option<usize> {
        at += 1;
        while at < self.tokens.len() {
            if words.contains(&self.word(at)) {
                return Some(at);
            }
            at = self.next(at);
        }
        None
    }

    /// The bytes from token `first` to token `last`.
    pub fn bytes(&self, first: usize, last: usize) -> Range<usize> {
        let begin = self
            .tokens
            .get(first)
            .map_or(self.text.len(), |it| it.begin);
        let end = self.tokens.get(last).map_or(begin, Token::end);
        begin..end.max(begin)
    }

    /// What stands from token `first` to token `last`.
    pub fn between(&self, first: usize, last: usize) -> &'a str {
        &self.text[self.bytes(first, last)]
    }

    /// Whether token `at` is a keyword, which no operand ends with.
    pub fn is_keyword(&self, at: usize) -> bool {
        const KEYWORDS: [&str; 18] = [
            "if", "else", "match", "while", "for", "in", "loop", "return", "break", "let", "mut",
            "move", "ref", "as", "fn", "where", "impl", "dyn",
        ];
        KEYWORDS.contains(&self.word(at))
    }

    /// Whether token `at` is a sign between two operands.
    pub fn is_binary(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else {
            return false;
        };
        let is_sign = token.kind == TokenKind::Sign && self.partner(at).is_none();
        let space = |letter: Option<char>| letter.is_some_and(char::is_whitespace);
        let is_apart = space(self.text[..token.begin].chars().next_back())
            && space(self.text[token.end()..].chars().next());
        is_sign && is_apart && at > 0 && self.ends_operand(at - 1)
    }

    /// Whether an operand may end with token `at`.
    pub fn ends_operand(&self, at: usize) -> bool {
        match self.tokens.get(at).map(|token| token.kind) {
            Some(TokenKind::Word) => !self.is_keyword(at),
            Some(TokenKind::Number | TokenKind::Text) => true,
            Some(TokenKind::Sign) => self.closes(at) || self.word(at) == "?",
            None => false,
        }
    }

    fn pair(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        for at in 0..self.tokens.len() {
            let touches = at > 0 && self.tokens[at - 1].end() == self.tokens[at].begin;
            let follows =
                touches && (self.before(at) == "::" || self.tokens[at - 1].kind == TokenKind::Word);
            let opener = match self.word(at) {
                "(" | "[" | "{" => {
                    open.push(at);
                    continue;
                }
                "<" if follows => {
                    open.push(at);
                    continue;
                }
                ")" => "(",
                "]" => "[",
                "}" => "{",
                ">" if open.last().is_some_and(|open| self.word(*open) == "<") => "<",
                _ => continue,
            };
            // A `<` that opened nothing after all is forgotten with what it stands in.
            while let Some(last) = open.pop() {
                if self.word(last) == opener {
                    self.partners[last] = Some(at);
                    self.partners[at] = Some(last);
                    break;
                }
            }
        }
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn digits(rest: &str) -> usize {
    rest.find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(rest.len())
}

/// `1`, `0.5`, `1e-5`, `10_000`, `0x1f`, with what says its type; a `.` that no digit follows is a range or a method.
fn number(rest: &str) -> usize {
    let part = |from: usize| {
        let tail = &rest[from..];
        from + tail.find(|letter| !is_letter(letter)).unwrap_or(tail.len())
    };
    let mut end = part(0);
    let tail = &rest[end..];
    let is_fraction = tail.strip_prefix('.').is_some_and(|tail| {
        let next = tail.chars().next();
        !next.is_some_and(|letter| letter == '.' || letter == '_' || letter.is_alphabetic())
    });
    if is_fraction {
        end = part(end + 1);
    }
    let is_exponent = rest[..end].ends_with(['e', 'E']) && !rest.starts_with("0x");
    if is_exponent && rest[end..].starts_with(['-', '+']) {
        end = part(end + 1);
    }
    end
}

fn word(rest: &str) -> usize {
    let raw = rest.strip_prefix("r#").map_or(0, |_| 2);
    let tail = &rest[raw..];
    raw + tail.find(|letter| !is_letter(letter)).unwrap_or(tail.len())
}

/// A character, or a lifetime.
fn quoted_once(rest: &str) -> (usize, Option<TokenKind>) {
    let inside = &rest[1..];
    let mut letters = inside.char_indices();
    let first = letters.next();
    match (first, letters.next()) {
        (Some((_, '\\')), Some(_)) => {
            // What is escaped may be a quote.
            let end = letters.find(|(_, letter)| *letter == '\'');
            let length = end.map_or(rest.len(), |(end, _)| 1 + end + 1);
            (length, Some(TokenKind::Text))
        }
        (Some(_), Some((second, '\''))) => (1 + second + 1, Some(TokenKind::Text)),
        _ => (1 + word(inside), Some(TokenKind::Word)),
    }
}

/// The length of the string that begins here, if one does.
fn string(rest: &str) -> Option<usize> {
    let bare = rest.strip_prefix(['b', 'c']).unwrap_or(rest);
    let prefix = rest.len() - bare.len();
    if let Some(raw) = bare.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let inside = raw[hashes..].strip_prefix('"')?;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = inside
            .find(&close)
            .map_or(inside.len(), |end| end + close.len());
        return Some((prefix + 1 + hashes + 1 + end).min(rest.len()));
    }
    let inside = bare.strip_prefix('"')?;
    let mut letters = inside.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => _ = letters.next(),
            '"' => return Some(prefix + 1 + at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// They may stand in each other.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(letter) = rest[at..].chars().next() {
        match &rest[at..] {
            tail if tail.starts_with("/*") => (depth, at) = (depth + 1, at + 2),
            tail if tail.starts_with("*/") => (depth, at) = (depth - 1, at + 2),
            _ => at += letter.len_utf8(),
        }
        if depth == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_its_tokens() {
        let table: [(&str, &[&str]); 10] = [
            ("a.b(0.5) // c", &["a", ".", "b", "(", "0.5", ")"]),
            ("0..=n", &["0", "..=", "n"]),
            (
                "x.0.1 + 1.max(2)",
                &["x", ".", "0", ".", "1", "+", "1", ".", "max", "(", "2", ")"],
            ),
            ("1e-5 10_f32 2. 3", &["1e-5", "10_f32", "2.", "3"]),
            (
                "r#gen r#\"a\"b\"# b\"\\\"\"",
                &["r#gen", "r#\"a\"b\"#", "b\"\\\"\""],
            ),
            ("'a 'b' '\\n' '\\''", &["'a", "'b'", "'\\n'", "'\\''"]),
            ("a /* b /* c */ d */ e", &["a", "e"]),
            ("a -= -b", &["a", "-=", "-", "b"]),
            ("\"unended", &["\"unended"]),
            ("'\\é' a", &["'\\é'", "a"]),
        ];
        for (text, expected) in table {
            let code = Code::of(text);
            let found: Vec<&str> = code.tokens.iter().map(|token| token.text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_bracket_knows_the_other_one_and_a_comparison_is_none() {
        let code = Code::of("if a < b { c::<Axis<0>>() > d[1] }");
        let at = |text: &str, nth: usize| {
            let mut found = (0..code.tokens.len()).filter(|at| code.word(*at) == text);
            found.nth(nth).expect("it is there")
        };
        assert_eq!(code.partner(at("<", 0)), None);
        assert!(code.is_binary(at("<", 0)));
        assert_eq!(code.partner(at("<", 1)), Some(at(">", 1)));
        assert_eq!(code.partner(at("<", 2)), Some(at(">", 0)));
        assert_eq!(code.partner(at(">", 2)), None);
        assert!(code.is_binary(at(">", 2)));
        assert_eq!(code.next(at("{", 0)), code.tokens.len());
    }

    #[test]
    fn a_sign_before_one_operand_is_not_between_two() {
        let code = Code::of("-a - *b * &c; |x| x; return -1");
        let binary: Vec<usize> = (0..code.tokens.len())
            .filter(|at| code.is_binary(*at))
            .collect();
        let words: Vec<&str> = binary.iter().map(|at| code.word(*at)).collect();
        assert_eq!(words, ["-", "*"]);
    }
}
